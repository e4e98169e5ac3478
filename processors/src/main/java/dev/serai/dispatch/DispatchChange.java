package dev.serai.dispatch;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;

/** What an operator may do with a dispatch. */
public final class DispatchChange {
    private DispatchChange() {}

    /** What came of it; only a done one has written anything. */
    public sealed interface Answer {
        /** The dispatch as it is now. */
        record Done(DispatchRow dispatch) implements Answer {}

        record NotFound() implements Answer {}

        /** @param detail a sentence with the state and what was expected */
        record WrongState(DispatchRow.State state, String detail) implements Answer {}
    }

    /**
     * Due at once: one that is deferred, failed, or uncertain, which may make a second copy. One that is pending stays as
     * it is.
     */
    public static Unit<Answer> retry(String tenant, InteractionId id, By by) {
        return tx -> change(tx, tenant, id, by, DispatchChange::retry, "retry");
    }

    /** It never leaves, and its interaction is stopped as cancelled. One that is cancelled stays as it is. */
    public static Unit<Answer> cancel(String tenant, InteractionId id, By by) {
        return tx -> change(tx, tenant, id, by, DispatchChange::cancel, "cancel");
    }

    private interface Step {
        boolean apply(Tx tx, WorkRow work, DispatchRow row, By by);
    }

    private static Answer change(Tx tx, String tenant, InteractionId id, By by, Step step, String word) {
        Optional<WorkRow> work = tx.work().lock(tenant, id);
        Optional<DispatchRow> row = tx.dispatches().load(tenant, id);
        if (row.isEmpty()) {
            return new Answer.NotFound();
        }
        DispatchRow.State state = row.get().state();
        boolean already = word.equals("cancel") && state == DispatchRow.State.CANCELLED;
        if (already || (work.isPresent() && step.apply(tx, work.get(), row.get(), by))) {
            return new Answer.Done(tx.dispatches().load(tenant, id).orElse(row.get()));
        }
        return new Answer.WrongState(
                state,
                "the dispatch is " + state.word()
                        + work.map(at -> ", its interaction " + at.state().word())
                                .orElse("")
                        + "; " + word + " takes one that waits, is deferred, uncertain or failed");
    }

    private static boolean retry(Tx tx, WorkRow work, DispatchRow row, By by) {
        boolean waits = work.state() == State.QUEUED && work.queue().equals(QueueDefinition.DISPATCH);
        return switch (row.state()) {
            case PENDING -> waits || work.state() == State.ROUTING;
            case DEFERRED, UNCERTAIN -> waits && again(tx, work, row, by);
            case FAILED -> work.state() == State.QUARANTINED && again(tx, work, row, by);
            case SENDING, SENT, CANCELLED -> false;
        };
    }

    private static boolean again(Tx tx, WorkRow work, DispatchRow row, By by) {
        tx.dispatches().update(row.to(DispatchRow.State.PENDING, row.lastError(), tx.now()));
        WorkChange change = new WorkChange(tx, work, by)
                .event("serai.dispatch.pending", Map.of("account", row.account().value()));
        if (work.state() == State.QUARANTINED) {
            change.leaveQuarantine(QueueDefinition.DISPATCH);
        } else {
            change.release(tx.now(), true, "serai.interaction.returned");
        }
        return true;
    }

    private static boolean cancel(Tx tx, WorkRow work, DispatchRow row, By by) {
        return switch (row.state()) {
            case PENDING, DEFERRED, UNCERTAIN, FAILED -> {
                if (work.state() == State.QUARANTINED) {
                    tx.quarantine().delete(work.tenant(), work.id());
                }
                tx.dispatches().update(row.to(DispatchRow.State.CANCELLED, row.lastError(), tx.now()));
                new WorkChange(tx, work, by)
                        .event(
                                "serai.dispatch.cancelled",
                                Map.of("account", row.account().value()))
                        .stop("cancelled");
                yield true;
            }
            case SENDING, SENT, CANCELLED -> false;
        };
    }
}
