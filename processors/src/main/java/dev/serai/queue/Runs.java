package dev.serai.queue;

import dev.serai.dependency.Unavailable;
import dev.serai.files.Units;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.store.Unit;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the step of one queue within its time. A run that takes longer is interrupted; one that does not react is left
 * behind on its thread, so that the consumer goes on with other work.
 */
final class Runs {
    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
    /** How long a run may take to end after its interrupt. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final QueueName queue;
    private final Duration deadline;
    private final RunThreads threads;
    private final Overruns overruns;
    private final MeterRegistry meters;

    Runs(QueueName queue, Duration deadline, RunThreads threads, Overruns overruns, MeterRegistry meters) {
        this.queue = queue;
        this.deadline = deadline;
        this.threads = threads;
        this.overruns = overruns;
        this.meters = meters;
    }

    /** True when so many runs by these files hang that no further one is begun. */
    boolean areFull(Deciders by) {
        return overruns.isFull(queue, by.generation().id());
    }

    /**
     * Runs it on a thread of its own, and waits.
     *
     * @throws Overran when it took too long, or an earlier run of the interaction still hangs
     * @throws Run.LeftBehind when the hub stops
     * @throws Throwable what the step throws
     */
    Unit<Boolean> run(Interaction interaction, QueueStep step, Deciders by) throws Throwable {
        String generation = by.generation().id();
        refuseAnother(interaction.id(), generation);
        Run run = new Run(() ->
                meters.timer("serai.stage", "stage", step.stage()).recordCallable(() -> step.decide(interaction)));
        threads.start(run);
        try {
            return run.await(deadline) ? run.result() : cut(run, step, interaction.id(), generation);
        } catch (InterruptedException stopping) {
            run.cut();
            boolean unused = run.leave(() -> {});
            Thread.currentThread().interrupt();
            throw new Run.LeftBehind();
        }
    }

    /** It would hang as well, and keep a thread more. */
    private void refuseAnother(InteractionId id, String generation) throws Overran {
        Optional<Instant> since = overruns.hangsSince(queue, generation, id);
        if (since.isPresent()) {
            throw new Overran(longer() + ", and that run hangs since " + since.get(), null);
        }
    }

    private Unit<Boolean> cut(Run run, QueueStep step, InteractionId id, String generation) throws Throwable {
        String where = where(run, step);
        run.cut();
        if (!run.await(GRACE) && leave(run, id, generation)) {
            LOG.error(
                    "a run ignores that its time is over, its thread is left behind queue={} id={} generation={}{}",
                    queue,
                    id,
                    generation,
                    where);
            throw new Overran(longer() + where + ", and ignores its interrupt", null);
        }
        try {
            return run.result();
        } catch (Run.LeftBehind | QueueStep.PutAside known) {
            throw known;
        } catch (Throwable failure) {
            if (Unavailable.in(failure).isPresent()) {
                throw failure;
            }
            throw new Overran(longer() + where, failure);
        }
    }

    private boolean leave(Run run, InteractionId id, String generation) {
        Overruns.Stray stray = overruns.stray(queue, generation, id);
        overruns.left(stray);
        if (run.leave(() -> ended(stray))) {
            return true;
        }
        overruns.ended(stray);
        return false;
    }

    private void ended(Overruns.Stray stray) {
        overruns.ended(stray);
        LOG.info("a run that had been left behind came to an end queue={} id={}", queue, stray.id());
    }

    private static String where(Run run, QueueStep step) {
        Thread thread = run.thread();
        String at = thread == null ? "" : step.at(thread);
        return at.isEmpty() ? "" : " " + at;
    }

    private String longer() {
        return "ran longer than " + Units.text(deadline);
    }
}
