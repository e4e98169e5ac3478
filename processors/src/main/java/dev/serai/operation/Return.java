package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The client gives it back: it waits at its old place, due after a delay.
 *
 * @param words why, for the timeline
 */
public record Return(
        Target target,
        String token,
        Duration delay,
        @Nullable String words) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.leased(tx, target, token, (open, row) -> {
            new WorkChange(open, row, By.of(Owners.of(row)).because(words))
                    .release(open.now().plus(delay), false, "serai.interaction.returned");
            return Outcome.done(Live.load(open, target));
        });
    }
}
