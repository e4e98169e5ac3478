package dev.serai.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a deferred mail is tried again: four tries in the first hour, then one an hour up to six hours, then one every six
 * hours until it is given up; each pause is up to a tenth longer or shorter, so that what failed together does not come back
 * together.
 */
final class Schedule {
    /** When what nobody knows about is due: never, until a person decides. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final Duration PROBE = Duration.ofMinutes(1);
    private static final Duration RESEND = Duration.ofMinutes(1);
    private static final int[] FIRST_HOUR = {5, 15, 25};
    private static final int HOURLY_UNTIL = 8;

    private final RandomGenerator random;

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    /** The next try after so many, the last one at the end; empty when that has come. */
    Optional<Instant> next(int tries, Instant end, Instant now) {
        return until(end, now, pause(tries));
    }

    /** The next try of a mail that is not to blame for the one that failed: nobody's schedule, a minute. */
    Optional<Instant> probe(Instant end, Instant now) {
        return until(end, now, PROBE);
    }

    /** When a mail that nobody knows about is sent once more: the server may still be busy with it. */
    Instant resend(Instant now) {
        return now.plus(RESEND);
    }

    private Optional<Instant> until(Instant end, Instant now, Duration pause) {
        if (!now.isBefore(end)) {
            return Optional.empty();
        }
        double jitter = 0.9 + 0.2 * random.nextDouble();
        Instant due = now.plusMillis((long) (pause.toMillis() * jitter));
        return Optional.of(due.isAfter(end) ? end : due);
    }

    static Duration pause(int tries) {
        int done = Math.max(1, tries);
        if (done <= FIRST_HOUR.length) {
            return Duration.ofMinutes(FIRST_HOUR[done - 1]);
        }
        return Duration.ofHours(done <= HOURLY_UNTIL ? 1 : 6);
    }
}
