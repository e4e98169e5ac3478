package dev.serai.crash;

import dev.serai.store.Store;
import jakarta.jms.JMSException;

/**
 * Orders that come by one kind of capture point to a hub that is killed again and again, and the books about them. A
 * further kind is one such class, and a line in {@link PointKillTest}: its point is written into the instance by the
 * constructor.
 */
interface Drop extends AutoCloseable {
    /** Hands in so many orders while no hub runs; each is two operations, a submit and an update of what that made. */
    void order(int count) throws Exception;

    /** As many that have to be refused. */
    default void wrong(int count) throws Exception {}

    /** A hub is ready, and will be killed: a source that is no store itself hands over what it can; returns at once. */
    default void hubRuns(int port) {}

    /** The last hub runs: in the end each order is there once, was answered, and its source knows. */
    void balance(Store store) throws Exception;

    @Override
    default void close() throws JMSException {}
}
