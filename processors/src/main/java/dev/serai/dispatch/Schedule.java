package dev.serai.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a deferred mail is tried again: four tries in the first hour, then one an hour up to six hours, then one every six
 * hours up to five days; each pause is up to a tenth longer or shorter, so that what failed together does not come back
 * together.
 */
final class Schedule {
    /** When what nobody knows about is due: never, until a person decides. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** 28 tries in 120 hours. */
    static final int MOST_TRIES = 28;

    private static final int[] FIRST_HOUR = {5, 15, 25};
    private static final int HOURLY_UNTIL = 8;

    private final RandomGenerator random;

    Schedule(RandomGenerator random) {
        this.random = random;
    }

    /** The next try after so many; empty when it was tried long enough. */
    Optional<Instant> next(int tries, Instant now) {
        if (tries >= MOST_TRIES) {
            return Optional.empty();
        }
        double jitter = 0.9 + 0.2 * random.nextDouble();
        return Optional.of(now.plusMillis((long) (pause(tries).toMillis() * jitter)));
    }

    static Duration pause(int tries) {
        int done = Math.max(1, tries);
        if (done <= FIRST_HOUR.length) {
            return Duration.ofMinutes(FIRST_HOUR[done - 1]);
        }
        return Duration.ofHours(done <= HOURLY_UNTIL ? 1 : 6);
    }
}
