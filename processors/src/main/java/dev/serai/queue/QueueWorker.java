package dev.serai.queue;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Unit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
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
    private final QueueStep step;
    private final Store store;
    private final InFlight inFlight;
    private final Setback setback;
    private final Outages outages;
    private final Timer timer;

    QueueWorker(
            QueueName queue,
            QueueStep step,
            Store store,
            InFlight inFlight,
            Setback setback,
            Outages outages,
            MeterRegistry meters) {
        this.queue = queue;
        this.step = step;
        this.store = store;
        this.inFlight = inFlight;
        this.setback = setback;
        this.outages = outages;
        this.timer = meters.timer("serai.stage", "stage", step.stage());
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
        inFlight.running(queue, fence);
        Unit<Boolean> ending;
        try {
            ending = timer.recordCallable(() -> step.decide(interaction.get()));
        } catch (StoreException.Unavailable away) {
            throw away;
        } catch (Throwable failure) { // an Error too is this work's failure: it is put back and told
            failed(fence, failure);
            return;
        } finally {
            inFlight.ran(fence);
            Thread.interrupted();
        }
        outages.passed(queue, fence.id());
        CompletableFuture<?> unused = store.write(ending).whenComplete((done, failure) -> {
            tell(ending, done);
            release(ending);
            written(fence, failure);
        });
    }

    private static void tell(Unit<Boolean> ending, @Nullable Boolean done) {
        if (Boolean.TRUE.equals(done) && ending instanceof CommitListener listener) {
            listener.committed();
        }
    }

    private void written(Fence fence, @Nullable Throwable failure) {
        if (failure == null) {
            inFlight.ended(fence);
        } else if (failure instanceof StoreException.Unavailable) {
            LOG.debug("the database is away, the work waits for its lease queue={} id={}", queue, fence.id());
            inFlight.ended(fence);
        } else {
            failed(fence, failure);
        }
    }

    /** An ending may hold spooled files until its commit. */
    private static void release(Unit<Boolean> ending) {
        if (ending instanceof AutoCloseable holder) {
            try {
                holder.close();
            } catch (Exception leftBehind) {
                LOG.warn("a spooled file was left behind reason={}", leftBehind.getMessage());
            }
        }
    }

    private void failed(Fence fence, Throwable failure) {
        CompletableFuture<?> unused =
                setback.record(queue, step, fence, failure).whenComplete((done, problem) -> inFlight.ended(fence));
    }

    private static boolean stillOurs(Interaction interaction, Fence fence) {
        return interaction.standing().state() == State.ROUTING
                && interaction.fence().equals(fence);
    }
}
