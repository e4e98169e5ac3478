package dev.serai.operation;

import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import org.jspecify.annotations.Nullable;

/**
 * The client is done with it. A mail of ours that has not left is not done: it would stay for ever, in silence.
 *
 * @param stopReason see {@link StopReason}
 * @param words why, for the timeline
 */
public record Complete(
        Target target,
        String token,
        String stopReason,
        @Nullable String words) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return Live.leased(tx, target, token, (open, row) -> {
            if (open.outbound().load(target.tenant(), target.id()).isPresent()) {
                return Outcome.refused(Refusal.of(
                        Code.WRONG_STATE,
                        "cannot complete: interaction " + target.id()
                                + " is a mail that would never leave then; approve, reject or stop it"));
            }
            new WorkChange(open, row, By.of(Owners.of(row)).because(words)).stop(stopReason);
            return Outcome.done(Live.load(open, target));
        });
    }
}
