package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.util.Optional;

/** A held one waits again at its old place. Not held: nothing happens. */
public record Resume(Target target, By by) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.change(
                tx,
                target,
                row -> resume(tx, row),
                stopped -> Optional.of(Refusal.wrongState("resume", State.STOPPED)));
    }

    private Optional<Refusal> resume(Tx tx, WorkRow row) {
        if (row.state() == State.QUARANTINED) {
            return Optional.of(Refusal.wrongState("resume", row.state()));
        }
        if (row.state() == State.HELD) {
            Optional<Refusal> foreign = Places.foreign(tx.tenants(), row.queue(), row.tenant());
            if (foreign.isPresent()) {
                return foreign;
            }
            new WorkChange(tx, row, by).resume();
        }
        return Optional.empty();
    }
}
