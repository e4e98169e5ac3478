package dev.serai.operation;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operator decided that a mail that waits, failed or may have left is to be tried now. An uncertain one may arrive
 * twice by it; both carry the same Message-ID. What was moved out of the queue dispatch, or is held, has to come back there
 * by its strategy, or be resumed.
 */
public record RetryDispatch(Target target, By by) implements Unit<Outcome<Interaction>> {
    private static final Set<DispatchRow.State> WAITING =
            Set.of(DispatchRow.State.DEFERRED, DispatchRow.State.UNCERTAIN, DispatchRow.State.FAILED);

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        Optional<DispatchRow> dispatch = tx.dispatches().load(target.tenant(), target.id());
        if (dispatch.isEmpty()) {
            return Outcome.refused(
                    Refusal.of(Code.NOT_FOUND, "there is no dispatch of interaction '" + target.id() + "'"));
        }
        return Live.change(
                tx,
                target,
                row -> retry(tx, row),
                stopped -> Optional.of(Refusal.wrongState("send it again", State.STOPPED)));
    }

    private Optional<Refusal> retry(Tx tx, WorkRow row) {
        if (!isLeaving(tx, row)) {
            return Optional.of(Refusal.of(
                    Code.WRONG_STATE,
                    "it is " + row.state().word() + " in the queue '" + row.queue()
                            + "'; expected one that is queued in '" + QueueDefinition.DISPATCH
                            + "', or in quarantine from there"));
        }
        DispatchRow dispatch =
                tx.dispatches().load(target.tenant(), target.id()).orElseThrow();
        if (!WAITING.contains(dispatch.state())) {
            return Optional.of(Refusal.of(
                    Code.WRONG_STATE,
                    "the dispatch is " + dispatch.state().word()
                            + "; expected one that is deferred, uncertain or failed"));
        }
        tx.dispatches().update(dispatch.again(tx.now()));
        WorkChange change = new WorkChange(tx, row, by)
                .event(
                        "serai.dispatch.pending",
                        Map.of("account", dispatch.account().value()))
                .leavesBy(dispatch.account());
        if (row.state() == State.QUARANTINED) {
            change.leaveQuarantine(QueueDefinition.DISPATCH);
        } else {
            change.place(QueueDefinition.DISPATCH, tx.now());
        }
        return Optional.empty();
    }

    /** What lies elsewhere has not been let out again: it may be under review, changed, or held. */
    private static boolean isLeaving(Tx tx, WorkRow row) {
        return switch (row.state()) {
            case QUEUED -> row.queue().equals(QueueDefinition.DISPATCH);
            case QUARANTINED ->
                tx.quarantine()
                        .load(row.tenant(), row.id())
                        .filter(found ->
                                QueueDefinition.DISPATCH.equals(found.cause().backTo()))
                        .isPresent();
            default -> false;
        };
    }
}
