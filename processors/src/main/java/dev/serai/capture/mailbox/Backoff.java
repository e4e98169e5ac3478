package dev.serai.capture.mailbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait: the interval when all is well, doubled with each failure in a row up to five minutes, with jitter. */
final class Backoff {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private int failures;

    Duration afterSuccess(Duration interval) {
        failures = 0;
        return jitter(interval);
    }

    Duration afterFailure(Duration interval) {
        long factor = 1L << Math.min(failures++, 10);
        Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        Duration wait = interval.multipliedBy(factor);
        return jitter(wait.compareTo(longest) > 0 ? longest : wait);
    }

    /** A tenth more or less, so that mailboxes of one server do not come all at once. */
    private static Duration jitter(Duration wait) {
        long millis = wait.toMillis();
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(-millis / 10, millis / 10 + 1));
    }
}
