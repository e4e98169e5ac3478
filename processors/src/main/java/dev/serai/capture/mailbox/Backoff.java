package dev.serai.capture.mailbox;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * How long to wait for the next look, with jitter, so that mailboxes of one server do not come all at once: the interval
 * when all is well, doubled with each failure in a row up to five minutes.
 */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(30);
    private static final int DOUBLINGS = 10;

    private final RandomGenerator random;
    private final AtomicInteger failures = new AtomicInteger();

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Failures in a row. */
    int failures() {
        return failures.get();
    }

    /** The interval, a tenth more or less. */
    Duration afterSuccess(Duration interval) {
        failures.set(0);
        return between(interval, 0.9, 1.1);
    }

    /** Twice as long as after the failure before, up to a quarter less. */
    Duration afterFailure(Duration interval) {
        Duration wait = interval.multipliedBy(1L << Math.min(failures.getAndIncrement(), DOUBLINGS));
        Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        return between(wait.compareTo(longest) > 0 ? longest : wait, 0.75, 1);
    }

    /** The hub's own database was away: not the mailbox's fault, and it goes on soon after. */
    Duration afterOutage(Duration interval) {
        return between(interval.compareTo(LONGEST_OUTAGE) > 0 ? LONGEST_OUTAGE : interval, 0.75, 1);
    }

    private Duration between(Duration wait, double least, double most) {
        return Duration.ofMillis((long) (wait.toMillis() * random.nextDouble(least, most)));
    }
}
