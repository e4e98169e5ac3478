package dev.serai.screening;

import dev.serai.files.Place;
import dev.serai.files.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A test that stands in a rule file.
 *
 * @param matched whether the rule has to match the input
 * @param values what has to be captured; other values may be too
 */
record RuleTest(ScreeningInput input, boolean matched, Map<String, String> values, Place place) {

    RuleTest {
        values = Map.copyOf(values);
    }

    /** Runs the test on its rule; empty when it passes. */
    Optional<Problem> run(Rule rule) {
        RuleResult result = rule.evaluate(new Contents(input));
        String subject = "test of rule " + rule.id() + ": ";
        if (result.matched() != matched) {
            return failed(subject + "expected matched: " + matched + ", found " + result.matched());
        }
        return values.entrySet().stream()
                .filter(value -> !Objects.equals(result.values().get(value.getKey()), value.getValue()))
                .findFirst()
                .flatMap(value -> failed(subject + "expected " + value.getKey() + ": " + value.getValue() + ", found "
                        + result.values().getOrDefault(value.getKey(), "no such value")));
    }

    private Optional<Problem> failed(String reason) {
        return Optional.of(Problem.error(place, reason));
    }
}
