package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.screening.RuleResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreeningMeterTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double matches(String group) {
        return registry.find("serai.screening.matches").tag("group", group).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void rulesThatMatchedShouldBeCountedByGroup() {
        new ReplyMeters(registry)
                .count(List.of(
                        new RuleResult("billing/invoice", true, Map.of()),
                        new RuleResult("billing/refund", true, Map.of()),
                        new RuleResult("general/urgent", false, Map.of())));
        assertThat(matches("billing")).isEqualTo(2);
        assertThat(matches("general")).isZero();
    }
}
