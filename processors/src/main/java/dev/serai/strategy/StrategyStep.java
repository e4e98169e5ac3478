package dev.serai.strategy;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.OutboundDraft;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Wait;
import dev.serai.queue.QueueStep;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import dev.serai.window.CrashWindow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The work of a queue with a strategy: runs it, and writes its decision. */
public final class StrategyStep implements QueueStep {
    private final QueueName queue;
    private final StrategyRunner runner;
    private final Supplier<Playbook> playbook;
    private final Outgoing outgoing;
    private final ReplyMeters meters;
    private final Clock clock;

    public StrategyStep(
            QueueName queue,
            StrategyRunner runner,
            Supplier<Playbook> playbook,
            Outgoing outgoing,
            ReplyMeters meters,
            Clock clock) {
        this.queue = queue;
        this.runner = runner;
        this.playbook = playbook;
        this.outgoing = outgoing;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public String stage() {
        return "strategy";
    }

    @Override
    public String actor() {
        return "strategy-" + queue;
    }

    @Override
    public Unit<Boolean> decide(Interaction interaction) throws StrategyException {
        Playbook live = playbook.get();
        Written written = written(interaction);
        Decision decision =
                runner.run(queue, new Matter(interaction, reply(interaction), written), live, clock.instant());
        List<Outgoing.Prepared> answers = new ArrayList<>();
        for (OutboundDraft draft : decision.replies()) {
            answers.add(outgoing.prepare(interaction, draft));
        }
        Outgoing.Leaving leaving =
                decision.ending() instanceof Ending.Send send ? outgoing.leave(interaction, send.account()) : null;
        CrashWindow.STRATEGY_DECIDED.pass();
        return new DecisionCommit(
                interaction,
                decision,
                answers,
                leaving,
                written == null ? null : written.approval(),
                live.caps(),
                meters,
                new By(actor(), null, live.generation().id()));
    }

    @Override
    public String at(Thread runsOn) {
        return runner.at(runsOn);
    }

    /** Read for outbound mail only. */
    private @Nullable Written written(Interaction interaction) {
        return interaction.origin().type().equals("Outbound")
                ? outgoing.written(interaction).orElse(null)
                : null;
    }

    /** What ended its wait; read where there is one only. */
    private @Nullable Interaction reply(Interaction interaction) {
        Wait.Woken woken = interaction.standing().waiting().woken();
        return woken == null
                ? null
                : outgoing.find(interaction.tenant(), woken.by()).orElse(null);
    }
}
