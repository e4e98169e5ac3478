package dev.serai.capture.mailbox;

import java.time.Duration;

/**
 * How many looks may be under way. A look is fresh until it has taken so long that it may hang: then it no longer counts
 * against the first two bounds, so that another may begin, but against the other two.
 *
 * @param fresh fresh looks in all
 * @param freshPerHost fresh looks into mailboxes of one host
 * @param all looks in all, each holds a thread
 * @param allPerHost looks into mailboxes of one host
 * @param doubtful looks of mailboxes whose last look failed
 * @param reserve so many of all are for hosts that have no look that may hang
 * @param slow when a look is no longer fresh
 */
record LaneLimits(int fresh, int freshPerHost, int all, int allPerHost, int doubtful, int reserve, Duration slow) {
    private static final Duration SLOW = Duration.ofSeconds(3);

    /** @param workers looks at once as long as nothing hangs */
    static LaneLimits of(int workers) {
        int half = Math.max(1, workers / 2);
        return new LaneLimits(workers, Math.max(2, half), 4 * workers, 2 * workers, 2 * workers, workers, SLOW);
    }
}
