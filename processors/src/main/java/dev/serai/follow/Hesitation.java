package dev.serai.follow;

import java.time.Duration;

/** How long a follower waits after its sink refused: longer each time, up to half a minute. */
final class Hesitation {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Duration next = FIRST;
    private String reason = "";

    Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : now.multipliedBy(2);
        return now;
    }

    /** Whether it is another reason than the last time. */
    boolean isFresh(String said) {
        boolean fresh = !said.equals(reason);
        reason = said;
        return fresh;
    }

    void over() {
        next = FIRST;
        reason = "";
    }
}
