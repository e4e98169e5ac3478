package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.LeaseToken;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import dev.serai.view.CompiledView;
import dev.serai.view.QueueViews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims due work of a view of a client queue in its order; nothing due, or a paused queue, is an empty list. */
public record Pull(PullRequest request, Map<QueueName, QueueDefinition> queues) implements Unit<Outcome<List<Lease>>> {

    @Override
    public Outcome<List<Lease>> apply(Tx tx) {
        Optional<Refusal> refused = refusal();
        if (refused.isPresent()) {
            return Outcome.refused(refused.get());
        }
        if (isPaused(tx)) {
            return Outcome.done(List.of());
        }
        Optional<CompiledView> view = Optional.ofNullable(queues.get(request.queue()))
                .map(QueueViews::of)
                .flatMap(found -> found.view(request.view()));
        if (view.isEmpty()) {
            return Outcome.refused(Refusal.field(
                    Code.INVALID_REQUEST,
                    "/view",
                    "queue '" + request.queue() + "' has no view '" + request.view() + "'"));
        }
        return Outcome.done(tx.views().claimable(request.queue(), view.get(), request.tenant(), request.max()).stream()
                .map(row -> lease(tx, row))
                .toList());
    }

    private Optional<Refusal> refusal() {
        QueueDefinition queue = queues.get(request.queue());
        if (queue == null) {
            return Optional.of(Refusal.of(
                    Code.UNDECLARED_QUEUE, "queue '" + request.queue() + "' is not declared in config/queues/"));
        }
        if (queue.strategy() || queue.isHubOwn()) {
            return Optional.of(Refusal.of(
                    Code.QUEUE_HAS_STRATEGY,
                    "queue '" + request.queue() + "' is drained by the hub itself; clients pull from queues with"
                            + " 'strategy: false'"));
        }
        return Optional.empty();
    }

    private boolean isPaused(Tx tx) {
        return tx.operate().paused().stream()
                .anyMatch(paused -> paused.kind().equals("queue")
                        && paused.name().equals(request.queue().value()));
    }

    private Lease lease(Tx tx, WorkRow row) {
        Instant until = tx.now().plus(request.lease());
        WorkRow claimed = row.claimed(State.ASSIGNED, request.worker(), until, tx.now());
        NewEvent assigned = NewEvent.of("serai.interaction.assigned", request.worker())
                .with(Map.of("queue", row.queue().value(), "assignedTo", request.worker()));
        tx.work().update(tx.events().append(claimed, assigned));
        return new Lease(Live.load(tx, new Target(row.tenant(), row.id())), LeaseToken.of(claimed.fence()), until);
    }
}
