package dev.serai.strategy;

import dev.serai.files.Units;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Wait.Until;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Ending: the interaction waits in a queue for a time, or for a reply. */
final class WaitAction extends Action {
    private static final String REPLY = "reply";

    @Override
    void act(Step step) throws StrategyException {
        String until = step.text("until").strip();
        String longest = step.text("for").strip();
        boolean reply = until.equals(REPLY);
        if (longest.isEmpty() == (until.isEmpty() || reply)) {
            throw wrong(
                    step,
                    "has until '" + until + "' and for '" + longest
                            + "'; expected either of them, or until: reply with for as the longest time");
        }
        step.end(new Ending.Waiting(
                queue(step),
                reply ? Until.REPLY : Until.TIME,
                longest.isEmpty() ? null : duration(step, longest),
                longest.isEmpty() ? time(step, until) : null));
    }

    private static QueueName queue(Step step) throws StrategyException {
        if (step.definition().find("queue").isPresent()) {
            return Queues.declared(step, "waits");
        }
        QueueName own = step.run().interaction().standing().queue();
        if (own == null) {
            throw wrong(step, "has no queue to wait in");
        }
        return own;
    }

    private static Duration duration(Step step, String text) throws StrategyException {
        try {
            return WaitBounds.checked(Units.duration(text));
        } catch (IllegalArgumentException wrong) {
            throw wrong(step, "for: " + wrong.getMessage());
        }
    }

    private static @Nullable Instant time(Step step, String text) throws StrategyException {
        try {
            Instant until = OffsetDateTime.parse(text).toInstant();
            WaitBounds.checkedUntil(until, step.run().now());
            return until;
        } catch (DateTimeException notATime) {
            throw wrong(step, "until is '" + text + "', expected reply or a time like 2026-11-23T10:00:00+01:00");
        } catch (IllegalArgumentException wrong) {
            throw wrong(step, "until: " + wrong.getMessage());
        }
    }

    private static StrategyException wrong(Step step, String what) {
        return new StrategyException(
                step.definition().place() + ": step '" + step.definition().id() + "' " + what);
    }
}
