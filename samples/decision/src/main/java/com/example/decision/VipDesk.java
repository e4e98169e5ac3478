package com.example.decision;

import dev.serai.decision.Decision;
import dev.serai.decision.DecisionCode;
import dev.serai.decision.Interaction;
import java.util.Map;

/** Sends important customers to a queue of their own, and acknowledges what they write. */
public final class VipDesk implements DecisionCode {
    private final String queue;
    private final int atLeast;

    /**
     * @param config of the step: `queue` (required), `atLeast` (how many points make a customer important, 100)
     */
    public VipDesk(Map<String, String> config) {
        if (!config.containsKey("queue")) {
            throw new IllegalArgumentException("config has no 'queue'; expected a queue of config/queues/");
        }
        this.queue = config.get("queue");
        this.atLeast = Integer.parseInt(config.getOrDefault("atLeast", "100"));
    }

    @Override
    public Decision decide(Interaction interaction) {
        int points = interaction.data("points").filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf).orElse(0);
        if (points < atLeast) {
            return Decision.goOn().because(points + " points, fewer than " + atLeast);
        }
        Decision decision = Decision.place(queue)
                .because(points + " points, at least " + atLeast)
                .priority(80)
                .category("vip");
        return interaction.matched("billing") ? decision.acknowledge("ack-billing") : decision;
    }
}
