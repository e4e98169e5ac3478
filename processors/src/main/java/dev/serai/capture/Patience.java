package dev.serai.capture;

import dev.serai.files.MailboxDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a mailbox may be quiet before somebody has to know.
 *
 * @param interval between two looks
 * @param intervals so many may pass without a look that went well; five seconds at least
 * @param expectMailWithin so long may pass without mail
 */
record Patience(Duration interval, int intervals, Optional<Duration> expectMailWithin) {
    private static final Duration LEAST = Duration.ofSeconds(5);

    static Patience of(MailboxDefinition mailbox, CaptureLimits limits) {
        return new Patience(mailbox.polling().interval(), limits.silentAfter(), mailbox.expectMailWithin());
    }

    /** What is wrong when there has been no sign of life since a moment. */
    Optional<String> withoutSign(Instant lastSign, @Nullable Instant lastSuccess, Instant now) {
        Duration most = interval.multipliedBy(intervals);
        if (!isOver(lastSign, most.compareTo(LEAST) > 0 ? most : LEAST, now)) {
            return Optional.empty();
        }
        return Optional.of("no look went well " + (lastSuccess == null ? "yet" : "since " + lastSuccess)
                + ", expected every " + words(interval));
    }

    /** What is wrong when no mail came since a moment. */
    Optional<String> withoutMail(Instant lastMail, Instant now) {
        return expectMailWithin
                .filter(most -> isOver(lastMail, most, now))
                .map(most -> "no mail came since " + lastMail + ", expected within " + words(most));
    }

    private static boolean isOver(Instant since, Duration most, Instant now) {
        return since.plus(most).isBefore(now);
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }
}
