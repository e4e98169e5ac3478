package dev.serai.dispatch;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Fence;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is known of a try whose work was taken away meanwhile: the work is left alone, but the dispatch row says what
 * happened, so that nothing is sent twice or called uncertain without need. That a server took it is recorded whatever
 * others made of the row, as long as nobody came to DATA after this try.
 */
final class Truth {
    private final Tx tx;
    private final @Nullable WorkRow work;
    private final Tried tried;

    private Truth(Tx tx, @Nullable WorkRow work, Tried tried) {
        this.tx = tx;
        this.work = work;
        this.tried = tried;
    }

    static void record(Tx tx, Tried tried) {
        Fence fence = tried.fence();
        // The lock that a moment before DATA takes: that comes before, and this is no longer its try, or sees what is
        // written.
        Optional<WorkRow> work = tx.work().lock(fence.tenant(), fence.id());
        tx.dispatches()
                .loadAnew(fence.tenant(), fence.id())
                .filter(row -> tx.dispatches().isTryOf(fence))
                .ifPresent(row -> new Truth(tx, work.orElse(null), tried).record(row, tried.result()));
    }

    private void record(DispatchRow row, SendResult result) {
        boolean open = row.state() == DispatchRow.State.SENDING || row.state() == DispatchRow.State.UNCERTAIN;
        DispatchRow after = Fates.after(row, result, tx.now());
        if (row.state() == DispatchRow.State.SENT) {
            return;
        }
        if (result instanceof SendResult.Sent sent) {
            sent(after, sent.messageId());
        } else if (result instanceof SendResult.Partly partly && !partly.sent().isEmpty()) {
            partly(after, partly, open);
        } else if (open && result instanceof SendResult.Uncertain uncertain) {
            tx.dispatches()
                    .update(after.to(
                            DispatchRow.State.UNCERTAIN, uncertain.fault().words(), tx.now()));
        } else if (open) {
            unsent(after, result);
            unpark(Map.of());
        }
    }

    private void sent(DispatchRow after, @Nullable String messageId) {
        tx.dispatches().update(after.to(DispatchRow.State.SENT, null, tx.now()));
        if (messageId != null) {
            tx.threads().alias(after.tenant(), messageId, after.id(), tx.now());
        }
        tell(after, messageId == null ? Map.of() : Map.of("messageId", messageId));
    }

    private void partly(DispatchRow after, SendResult.Partly partly, boolean open) {
        if (open) {
            unsent(after, partly);
        } else {
            tx.dispatches().update(after);
        }
        tell(after, Map.of("recipients", partly.sent()));
    }

    private void unsent(DispatchRow after, SendResult result) {
        tx.dispatches()
                .update(after.to(
                        work == null ? DispatchRow.State.CANCELLED : DispatchRow.State.PENDING,
                        Reasons.of(result),
                        tx.now()));
    }

    private void tell(DispatchRow row, Map<String, Object> more) {
        Map<String, Object> data = tried.facts(more);
        if (work == null) {
            tx.events()
                    .appendStopped(
                            row.tenant(),
                            row.id(),
                            NewEvent.of("serai.dispatch.sent", "dispatch").with(data));
        } else {
            unpark(data);
        }
    }

    /** A row that lies in the queue becomes due: the next claim sends it or stops it as sent. */
    private void unpark(Map<String, Object> sent) {
        if (work == null) {
            return;
        }
        WorkChange change = new WorkChange(tx, work, By.of("dispatch").because("what became of the try is known now"));
        if (!sent.isEmpty()) {
            change.event("serai.dispatch.sent", sent);
        }
        if (work.state() == State.QUEUED && work.queue().equals(QueueDefinition.DISPATCH)) {
            change.release(tx.now(), true, "serai.interaction.returned");
        } else {
            change.keep();
        }
    }
}
