package dev.serai.strategy;

import java.time.Duration;
import java.time.Instant;

/** How long an interaction may wait: a second to 366 days. */
public final class WaitBounds {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    private WaitBounds() {}

    /** @throws IllegalArgumentException when it is shorter or longer */
    public static Duration checked(Duration longest) {
        if (longest.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(longest.toMillis() + " ms; expected 1s to " + LONGEST.toDays() + "d");
        }
        return longest;
    }

    /** A time that is past is due at once. */
    static void checkedUntil(Instant until, Instant now) {
        if (until.isAfter(now.plus(LONGEST))) {
            throw new IllegalArgumentException(until + " is more than " + LONGEST.toDays() + " days away");
        }
    }
}
