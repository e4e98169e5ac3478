package dev.serai.check;

import dev.serai.files.Entries;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.files.Units;
import dev.serai.strategy.Fallback;
import java.time.Duration;
import java.util.Collection;

/** What steps that ask outside have in common: deadline, fallback, breaker. */
final class OutsideCheck {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    /** Shorter than a run may take by default. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private OutsideCheck() {}

    /** Whether a value is only known when the caller of a kamelet gives it. */
    static boolean isOpen(String text) {
        return text.contains("{{");
    }

    static void bounds(StepDefinition step, Catalog catalog, Problems problems) {
        duration(step, "deadline", SHORTEST, LONGEST, problems);
        duration(step, "breakerPause", SHORTEST, Duration.ofHours(1), problems);
        number(step, "breakerFailures", 1, 1000, problems);
        try {
            Fallback.of(step).ifPresent(values -> simple(step, "fallback", values.values(), catalog, problems));
        } catch (IllegalArgumentException wrong) {
            ActionCheck.error(
                    step, "fallback", wrong.getMessage() + "; the word 'nothing' goes on without any", problems);
        }
    }

    static void number(StepDefinition step, String key, int least, int most, Problems problems) {
        step.find(key)
                .filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .ifPresent(number -> {
                    if (number < least || number > most) {
                        ActionCheck.error(step, key, number + " is not within " + least + " to " + most, problems);
                    }
                });
    }

    /** Several values on lines, with expressions. */
    static void entries(StepDefinition step, String key, Catalog catalog, Problems problems) {
        try {
            step.find(key).map(Entries::of).ifPresent(values -> simple(step, key, values.values(), catalog, problems));
        } catch (IllegalArgumentException wrong) {
            ActionCheck.error(step, key, String.valueOf(wrong.getMessage()), problems);
        }
    }

    /** Expressions that must parse. */
    static void simple(StepDefinition step, String key, Collection<String> texts, Catalog catalog, Problems problems) {
        for (String text : texts) {
            if (text.contains("${")) {
                catalog.simple(text, false)
                        .ifPresent(reason -> ActionCheck.error(
                                step, key, "Simple expression '" + text + "' does not parse: " + reason, problems));
            }
        }
    }

    private static void duration(StepDefinition step, String key, Duration least, Duration most, Problems problems) {
        step.find(key).filter(text -> !isOpen(text)).ifPresent(text -> {
            try {
                Duration given = Units.duration(text);
                if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
                    ActionCheck.error(
                            step,
                            key,
                            text + " is not within " + least.toMillis() + "ms to " + most.toSeconds() + "s",
                            problems);
                }
            } catch (IllegalArgumentException wrong) {
                ActionCheck.error(step, key, String.valueOf(wrong.getMessage()), problems);
            }
        });
    }
}
