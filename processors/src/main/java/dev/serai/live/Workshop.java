package dev.serai.live;

import dev.serai.chain.Chains;
import dev.serai.conversation.Joining;
import dev.serai.dispatch.Outbox;
import dev.serai.dispatch.SmtpSender;
import dev.serai.dispatch.SmtpSinkProcessor;
import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.files.Settings;
import dev.serai.intake.IntakeStep;
import dev.serai.intake.MailIntake;
import dev.serai.intake.Storm;
import dev.serai.interaction.QueueName;
import dev.serai.queue.QueueStep;
import dev.serai.store.Store;
import dev.serai.strategy.Outgoing;
import dev.serai.strategy.Outside;
import dev.serai.strategy.Playbook;
import dev.serai.strategy.ReplyMeters;
import dev.serai.strategy.StrategyRunner;
import dev.serai.strategy.StrategyStep;
import dev.serai.transform.ChainListener;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes generations ready to decide. */
public final class Workshop {
    private final Hub hub;

    public Workshop(Hub hub) {
        this.hub = hub;
    }

    /**
     * What generations need of the hub.
     *
     * @param scratch a folder for what transformers make
     * @param listener counts what transformers do
     * @param replies counts automatic replies
     * @param outside whom strategies ask
     */
    public record Hub(
            Store store,
            Settings settings,
            Clock clock,
            Path scratch,
            ChainListener listener,
            ReplyMeters replies,
            Outside outside,
            Outbox outbox,
            SmtpSender sender,
            Joining joining,
            Equipment equipment) {}

    /** @throws RefusedException when anything of it cannot be made, which is told with its file; nothing is left behind */
    Live make(Generation generation) throws RefusedException {
        Chains chains = told(
                "config/transformers.yaml",
                () -> new Chains(generation, Workshop.class.getClassLoader(), hub.scratch(), hub.listener()));
        Playbook playbook =
                told("config", () -> Playbook.of(generation, hub.settings()).asking(hub.outside()));
        LiveContext context = LiveContext.start(
                generation,
                hub.equipment(),
                camel -> camel.getRegistry()
                        .bind(SmtpSinkProcessor.BEAN, new SmtpSinkProcessor(() -> generation, hub.sender())));
        try {
            return told("config", () -> {
                StrategyRunner runner = new StrategyRunner(context.camel());
                return new Live(playbook, chains, steps(playbook, chains, runner), context, runner);
            });
        } catch (RefusedException refused) {
            context.close();
            throw refused;
        }
    }

    /** A jar that was there when a set was live may be gone or broken. */
    private static <T> T told(String path, Supplier<T> made) throws RefusedException {
        try {
            return made.get();
        } catch (RuntimeException | LinkageError broken) {
            throw Loading.refused(path, "it cannot be made ready", broken);
        }
    }

    private Map<QueueName, QueueStep> steps(Playbook playbook, Chains chains, StrategyRunner runner) {
        Generation generation = playbook.generation();
        Map<QueueName, QueueStep> steps = new TreeMap<>();
        MailIntake intake = new MailIntake(generation, chains);
        steps.put(
                QueueDefinition.INTAKE,
                new IntakeStep(hub.store(), () -> generation, () -> intake, hub.joining(), Storm.of(hub.settings())));
        Outgoing outgoing = new OutgoingMail(hub.outbox(), hub.store(), playbook, chains);
        for (QueueDefinition queue : generation.queues().values()) {
            if (queue.strategy() && !queue.isHubOwn()) {
                steps.put(
                        queue.name(),
                        new StrategyStep(queue.name(), runner, () -> playbook, outgoing, hub.replies(), hub.clock()));
            }
        }
        return steps;
    }

    Equipment equipment() {
        return hub.equipment();
    }
}
