package dev.serai.store;

/**
 * One thing to write, all or nothing. It may be applied more than once before it is committed, so it must keep no
 * state of its own; when it finds that its work was taken away it returns so before it writes.
 *
 * @param <T> what the writer wants to know after the commit
 */
@FunctionalInterface
public interface Unit<T> {

    T apply(Tx tx);

    /** Names what {@link #apply} will read, so that a group reads it in a few statements. */
    default void announce(Ahead ahead) {}

    /** Bytes that this unit writes, roughly; what a commit group is bounded by. */
    default long bytes() {
        return 1024;
    }
}
