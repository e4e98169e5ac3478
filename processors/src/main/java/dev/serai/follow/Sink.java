package dev.serai.follow;

import dev.serai.store.EventLog.Event;
import dev.serai.store.Tx;
import java.util.List;

/**
 * What takes the events of one follower, in order. A sink outside of the database does its work in {@link #send}, before
 * the follower moves on: at least once. One in the database does it in {@link #write}, in the transaction that moves the
 * follower on: exactly once. Whatever the first throws, the same events come again; an event that alone cannot be written is
 * put aside.
 */
public interface Sink {
    /** Lower-case kebab; its place in the log is kept under it. */
    String name();

    /** Whether anybody wants events; while nobody does, the follower goes along with the head and reads none. */
    default boolean isWanted() {
        return true;
    }

    /** Hands events over to somebody outside; returns when they are safe there. */
    default void send(List<Event> events) throws Exception {}

    /** Writes what follows from events. */
    default void write(Tx tx, List<Event> events) {}

    /** What a person can do while it refuses, a sentence. */
    String advice();

    /** Lets go of connections: another node follows, or the hub ends. */
    default void release() {}
}
