package dev.serai.strategy;

import io.micrometer.core.instrument.MeterRegistry;

/** `serai_replies_total` of automatic replies: accepted on their way out, or left out, by reason. */
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

    private void count(String kind, String result) {
        registry.counter("serai.replies", "kind", kind, "result", result).increment();
    }
}
