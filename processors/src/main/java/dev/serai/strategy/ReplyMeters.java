package dev.serai.strategy;

import dev.serai.screening.RuleResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * What committed decisions did: `serai_replies_total` of automatic replies, accepted on their way out or left out, by reason,
 * and `serai_screening_matches_total` of rules, by group.
 */
public final class ReplyMeters {
    private final MeterRegistry registry;

    public ReplyMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(AnswerCommit.Answered answered) {
        answered.made().stream()
                .filter(draft -> draft.kind().isAutomatic() || draft.passing() != null)
                .forEach(draft -> count(draft.kind().word(), "accepted"));
        answered.suppressed()
                .forEach(one -> count(
                        one.kind().word(), "suppressed-" + one.why().reason().word()));
    }

    /** Counts the rules that matched, each as often as it was evaluated with that result. */
    void count(List<RuleResult> screening) {
        screening.stream()
                .filter(RuleResult::matched)
                .forEach(rule -> registry.counter("serai.screening.matches", "group", rule.group())
                        .increment());
    }

    private void count(String kind, String result) {
        registry.counter("serai.replies", "kind", kind, "result", result).increment();
    }
}
