package dev.serai.transform.tnef;

/** How many bytes of a winmail.dat may still be kept in memory. */
final class MemoryLeft {
    private static final long ALL = 16L << 20;

    private long left = ALL;

    /** Takes so many if they are there. */
    boolean take(long count) {
        if (count > left) {
            return false;
        }
        left -= count;
        return true;
    }
}
