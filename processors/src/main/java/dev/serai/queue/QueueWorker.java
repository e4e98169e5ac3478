package dev.serai.queue;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Strangers;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes handed-over work up, lets its step decide, and writes the ending. It never throws: what fails is put back. */
final class QueueWorker implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);

    private final QueueName queue;
    private final Store store;
    private final InFlight inFlight;
    private final Setback setback;
    private final Outages outages;
    private final Runs runs;
    private final LiveDeciders live;

    QueueWorker(
            QueueName queue,
            LiveDeciders live,
            Store store,
            InFlight inFlight,
            Setback setback,
            Outages outages,
            Runs runs) {
        this.queue = queue;
        this.live = live;
        this.store = store;
        this.inFlight = inFlight;
        this.setback = setback;
        this.outages = outages;
        this.runs = runs;
    }

    @Override
    public void process(Exchange exchange) {
        Optional<Fence> fence =
                LeaseToken.parse(String.valueOf(exchange.getMessage().getBody(String.class)));
        if (fence.isEmpty()) {
            LOG.warn("a message without a fence was ignored queue={}", queue);
            return;
        }
        try {
            takeUp(fence.get());
        } catch (StoreException.Unavailable away) {
            LOG.debug(
                    "the database is away, the work waits for its lease queue={} id={}",
                    queue,
                    fence.get().id());
            inFlight.ended(fence.get());
        }
    }

    private void takeUp(Fence fence) {
        Optional<Interaction> interaction = store.read(tx -> tx.interactions().load(fence.tenant(), fence.id()));
        if (interaction.isEmpty() || !stillOurs(interaction.get(), fence)) {
            inFlight.ended(fence);
            return;
        }
        Deciders by = inFlight.deciders(fence).orElseGet(() -> takeOver(fence));
        Optional<QueueStep> step = by.step(queue);
        if (step.isEmpty() || !inFlight.running(fence)) {
            giveBack(fence, "the files that are live have no strategy for queue '" + queue + "'");
        } else if (isForeign(fence, by)) {
            putAside(fence);
        } else if (runs.areFull(by)) {
            giveBack(fence, "too many runs of queue '" + queue + "' hang");
        } else {
            run(interaction.get(), step.get(), by);
        }
    }

    /** Another node claimed it and the broker gave it here: the files that are live here decide. */
    private Deciders takeOver(Fence fence) {
        return live.claimFor(now -> {
            inFlight.claimed(queue, fence, now);
            return now;
        });
    }

    private void giveBack(Fence fence, String because) {
        By by = By.of("feeder").because(because);
        CompletableFuture<?> unused = store.write(tx -> tx.work()
                        .lock(fence)
                        .map(row -> new WorkChange(tx, row, by).release(tx.now(), false, "serai.interaction.returned")))
                .whenComplete((done, failure) -> inFlight.ended(fence));
    }

    /** Whether the queue is another tenant's in the files that would decide. */
    private boolean isForeign(Fence fence, Deciders by) {
        return by.generation()
                .tenantOf(queue)
                .filter(owner -> !owner.value().equals(fence.tenant()))
                .isPresent();
    }

    private void putAside(Fence fence) {
        CompletableFuture<?> unused = store.write(tx -> {
                    tx.work().lock(fence).ifPresent(row -> Strangers.putAside(tx, row));
                    return true;
                })
                .whenComplete((done, failure) -> inFlight.ended(fence));
    }

    private void run(Interaction interaction, QueueStep step, Deciders by) {
        Fence fence = interaction.fence();
        Unit<Boolean> ending;
        try {
            ending = runs.run(interaction, step, by);
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (Run.LeftBehind stopping) {
            inFlight.ended(fence);
            return;
        } catch (Throwable failure) { // an Error too is this work's failure: it is put back and told
            failed(fence, step, by, failure);
            return;
        }
        outages.passed(queue, fence.id());
        CompletableFuture<?> unused = store.write(ending).whenComplete((done, failure) -> {
            tell(ending, done);
            Run.release(ending);
            written(fence, step, by, failure);
        });
    }

    private static void tell(Unit<Boolean> ending, @Nullable Boolean done) {
        if (Boolean.TRUE.equals(done) && ending instanceof CommitListener listener) {
            listener.committed();
        }
    }

    private void written(Fence fence, QueueStep step, Deciders by, @Nullable Throwable failure) {
        if (failure == null) {
            inFlight.ended(fence);
        } else if (failure instanceof StoreException.Unavailable) {
            LOG.debug("the database is away, the work waits for its lease queue={} id={}", queue, fence.id());
            inFlight.ended(fence);
        } else {
            failed(fence, step, by, failure);
        }
    }

    private void failed(Fence fence, QueueStep step, Deciders by, Throwable failure) {
        CompletableFuture<?> unused =
                setback.record(queue, step, by, fence, failure).whenComplete((done, problem) -> inFlight.ended(fence));
    }

    private static boolean stillOurs(Interaction interaction, Fence fence) {
        return interaction.standing().state() == State.ROUTING
                && interaction.fence().equals(fence);
    }
}
