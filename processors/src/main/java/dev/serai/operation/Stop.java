package dev.serai.operation;

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
 * Ends its life, whoever has it; what waited to be sent is not sent. Stopped already: nothing happens.
 *
 * @param reason see {@link StopReason}
 */
public record Stop(Target target, String reason, By by) implements Unit<Outcome<Interaction>> {
    private static final Set<DispatchRow.State> UNSENT = Set.of(
            DispatchRow.State.PENDING,
            DispatchRow.State.DEFERRED,
            DispatchRow.State.UNCERTAIN,
            DispatchRow.State.FAILED);

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.change(tx, target, row -> stop(tx, row), stopped -> Optional.empty());
    }

    private Optional<Refusal> stop(Tx tx, WorkRow row) {
        WorkChange change = new WorkChange(tx, row, by);
        if (row.state() == State.QUARANTINED) {
            tx.quarantine().delete(row.tenant(), row.id());
        }
        tx.dispatches()
                .load(row.tenant(), row.id())
                .filter(dispatch -> UNSENT.contains(dispatch.state()))
                .ifPresent(dispatch -> cancel(tx, change, dispatch));
        change.stop(reason);
        return Optional.empty();
    }

    private static void cancel(Tx tx, WorkChange change, DispatchRow dispatch) {
        tx.dispatches().update(dispatch.to(DispatchRow.State.CANCELLED, dispatch.lastError(), tx.now()));
        change.event(
                "serai.dispatch.cancelled", Map.of("account", dispatch.account().value()));
    }
}
