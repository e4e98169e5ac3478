package dev.serai.queue;

import dev.serai.dependency.Unavailable;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Fence;
import dev.serai.interaction.QueueName;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of work whose step failed: back to its place with a pause that doubles, after the last attempt to the
 * queue's `onError` queue, else into quarantine.
 */
final class Setback {
    private static final Logger LOG = LoggerFactory.getLogger(Setback.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Store store;
    private final MeterRegistry meters;
    private final Outages outages;
    private final int attempts;

    Setback(Store store, MeterRegistry meters, Outages outages, int attempts) {
        this.store = store;
        this.meters = meters;
        this.outages = outages;
        this.attempts = attempts;
    }

    CompletableFuture<Boolean> record(
            QueueName queue, QueueStep step, Deciders deciders, Fence fence, Throwable failure) {
        String reason = words(failure);
        LOG.warn("{} failed queue={} id={} reason={}", step.stage(), queue, fence.id(), reason);
        LOG.debug("{} failed", step.stage(), failure);
        Optional<Instant> later = Unavailable.in(failure).flatMap(away -> outages.failed(queue, fence.id(), away));
        if (later.isPresent()) {
            return postpone(step, deciders, fence, later.get(), reason);
        }
        meters.counter("serai.strategy.errors", "strategy", step.actor()).increment();
        By by = new By(step.actor(), reason, deciders.generation().id());
        return store.write(tx -> tx.work()
                .lock(fence)
                .map(row -> apply(tx, row, queue, step, failure, by, onError(deciders, queue)))
                .isPresent());
    }

    /** Back to its place, its attempt not counted: what all share is away. */
    private CompletableFuture<Boolean> postpone(
            QueueStep step, Deciders deciders, Fence fence, Instant due, String reason) {
        By by = new By(step.actor(), reason, deciders.generation().id());
        return store.write(tx -> tx.work()
                .lock(fence)
                .map(row -> new WorkChange(tx, row, by).release(due, false, "serai.interaction.returned"))
                .isPresent());
    }

    private static Optional<QueueName> onError(Deciders deciders, QueueName queue) {
        return Optional.ofNullable(deciders.generation().queues().get(queue)).flatMap(QueueDefinition::onError);
    }

    private WorkRow apply(
            Tx tx,
            WorkRow row,
            QueueName queue,
            QueueStep step,
            Throwable failure,
            By by,
            Optional<QueueName> onError) {
        WorkChange change = new WorkChange(tx, row, by);
        if (failure instanceof QueueStep.PutAside aside) {
            return change.quarantine(new Cause(step.stage(), aside.cause(), words(failure), queue));
        }
        if (row.attempt() < attempts) {
            return change.release(tx.now().plus(pause(row.attempt())), true, "serai.interaction.returned");
        }
        String failed = "failed " + row.attempt() + " times: " + words(failure);
        if (onError.isEmpty()) {
            return change.quarantine(new Cause(step.stage(), step.stage() + "-failed", failed, queue));
        }
        return tx.tenants().admit(row.tenant(), onError.get())
                ? change.place(onError.get(), tx.now())
                : change.quarantine(new Cause(
                        step.stage(),
                        "foreign-queue",
                        failed + "; and its onError queue '" + onError.get()
                                + "' is not declared for all or for its tenant",
                        queue));
    }

    private static Duration pause(int attempt) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(20, Math.max(0, attempt - 1)));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse(message);
    }
}
