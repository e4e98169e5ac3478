package dev.serai.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ending: the interaction is held. */
final class HoldAction extends Action {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(s|m|h|d)");

    @Override
    void act(Step step) throws StrategyException {
        String reason = step.text("reason");
        step.end(new Ending.Hold(until(step), reason.isEmpty() ? "held by strategy" : reason));
    }

    private static @Nullable Instant until(Step step) throws StrategyException {
        String text = step.text("until");
        if (text.isEmpty()) {
            return null;
        }
        Matcher duration = DURATION.matcher(text);
        if (duration.matches()) {
            String iso = (duration.group(2).equals("d") ? "P" : "PT") + duration.group(1) + duration.group(2);
            return step.run().now().plus(Duration.parse(iso.toUpperCase(Locale.ROOT)));
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException neither) {
            throw new StrategyException(
                    step.definition().place() + ": until is '" + text
                            + "', expected a duration like 4h or a time like 2026-11-23T10:00:00+01:00",
                    neither);
        }
    }
}
