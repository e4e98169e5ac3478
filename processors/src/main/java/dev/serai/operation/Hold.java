package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody gets it until it is resumed or the time has come; whoever had it has lost it. Held already: nothing happens. */
public record Hold(Target target, @Nullable Instant until, By by) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.change(
                tx, target, row -> hold(tx, row), stopped -> Optional.of(Refusal.wrongState("hold", State.STOPPED)));
    }

    private Optional<Refusal> hold(Tx tx, WorkRow row) {
        if (row.state() == State.QUARANTINED) {
            return Optional.of(Refusal.wrongState("hold", row.state()));
        }
        if (row.state() != State.HELD) {
            new WorkChange(tx, row, by).hold(until);
        }
        return Optional.empty();
    }
}
