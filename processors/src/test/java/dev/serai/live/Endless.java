package dev.serai.live;

import dev.serai.decision.Decision;
import dev.serai.decision.DecisionCode;
import dev.serai.decision.Interaction;
import java.util.concurrent.atomic.AtomicInteger;

/** Decision code that computes until the test lets it end, whoever interrupts it; where the subject says so. */
public final class Endless implements DecisionCode {
    static final AtomicInteger RUNS = new AtomicInteger();
    static volatile boolean released;

    @Override
    public Decision decide(Interaction interaction) {
        if (interaction.subject().contains("hang")) {
            RUNS.incrementAndGet();
            while (!released) {
                Thread.onSpinWait();
                Thread.yield();
            }
        }
        return Decision.goOn();
    }
}
