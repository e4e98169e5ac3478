package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Optional;

/** Out of quarantine, back to the stage that failed. */
public record Retry(Target target, By by) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.change(
                tx, target, row -> retry(tx, row), stopped -> Optional.of(Refusal.wrongState("retry", State.STOPPED)));
    }

    private Optional<Refusal> retry(Tx tx, WorkRow row) {
        if (row.state() != State.QUARANTINED) {
            return Optional.of(Refusal.wrongState("retry", row.state()));
        }
        QueueName back = tx.quarantine()
                .load(row.tenant(), row.id())
                .map(found -> found.cause().backTo())
                .orElse(row.queue());
        tx.dispatches()
                .load(row.tenant(), row.id())
                .filter(dispatch -> dispatch.state() == DispatchRow.State.FAILED)
                .ifPresent(dispatch ->
                        tx.dispatches().update(dispatch.to(DispatchRow.State.PENDING, dispatch.lastError(), tx.now())));
        new WorkChange(tx, row, by).leaveQuarantine(back);
        return Optional.empty();
    }
}
