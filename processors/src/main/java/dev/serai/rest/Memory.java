package dev.serai.rest;

import java.util.concurrent.Semaphore;

/** The memory that requests of one kind may hold together, in bytes; who does not get its share is told to come back. */
final class Memory {
    private static final int UNIT = 1024;

    private final Semaphore units;
    private final long all;

    Memory(long bytes) {
        this.all = Math.min(Integer.MAX_VALUE, bytes / UNIT);
        this.units = new Semaphore((int) all);
    }

    /** A part of the heap. */
    static Memory ofHeap(int divisor) {
        return new Memory(Runtime.getRuntime().maxMemory() / divisor);
    }

    /** Whether so much is ever to be had. */
    boolean holds(long bytes) {
        return bytes / UNIT < all;
    }

    /** Nothing yet; to be given back once. */
    Share share() {
        return new Share();
    }

    /** What one request holds. Safe for several threads. */
    final class Share {
        private int taken;
        private boolean over;

        /** Takes so much in all, with what it has; false when there is not so much left: then it has what it had. */
        synchronized boolean growTo(long bytes) {
            int more = (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + 1) - taken;
            if (over || (more > 0 && !units.tryAcquire(more))) {
                return false;
            }
            taken += Math.max(0, more);
            return true;
        }

        synchronized void giveBack() {
            if (!over) {
                over = true;
                units.release(taken);
            }
        }
    }
}
