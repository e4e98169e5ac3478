package dev.serai.transform.tnef;

/**
 * How many bytes of one mail's winmail.dat may still be kept in memory, in messages within messages too: what was taken
 * for one of them is given back when it was written.
 */
final class MemoryLeft {
    private static final long ALL = 16L << 20;

    private long left = ALL;
    private int refusals;

    /** Takes so many if they are there. */
    boolean take(long count) {
        if (count > left) {
            refusals++;
            return false;
        }
        left -= count;
        return true;
    }

    /** Takes so many for what could be read again: half of all stays for what could not. */
    boolean takeSpare(long count) {
        return left - count >= ALL / 2 && take(count);
    }

    long left() {
        return left;
    }

    /** Gives back what was taken since there was so much. */
    void backTo(long earlier) {
        left = earlier;
    }

    /** How often there was not enough. */
    int refusals() {
        return refusals;
    }
}
