package dev.serai.store;

import java.time.Duration;

/**
 * What one group and its halves may still try: there is one writer, and a lock that somebody else keeps must not hold it.
 *
 * @param until when contention is given up, by {@link System#nanoTime}
 * @param count how often this very list of units was tried
 * @param patience how long a statement waits for a lock
 */
record Tries(long until, int count, Duration patience) {
    private static final int MOST = 5;
    private static final Duration ALL = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(2);
    /** The whole group waited already: now it is only looked who it is that waits. */
    private static final Duration HALF = Duration.ofMillis(250);

    static Tries begin() {
        return new Tries(System.nanoTime() + ALL.toNanos(), 0, WHOLE);
    }

    boolean isAnotherAllowed() {
        return count < MOST;
    }

    Tries another() {
        return new Tries(until, count + 1, patience);
    }

    Tries halved() {
        return new Tries(until, 0, HALF);
    }

    /** Whether so much time went by that whoever meets contention now has to come back. */
    boolean areOver() {
        return System.nanoTime() - until > 0;
    }
}
