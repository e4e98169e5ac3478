package dev.serai.operation;

import dev.serai.dispatch.PreparedOutbound;
import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import org.jspecify.annotations.Nullable;

/**
 * The client wants an outbound mail decided on anew: back to `outbound`, without an approval.
 *
 * @param words why, for the timeline
 */
public record Resubmit(
        Target target,
        String token,
        @Nullable String words,
        @Nullable String key) implements Unit<Outcome<Interaction>> {

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        return OwnMail.with(tx, target, token, key, own -> {
            new WorkChange(tx, own.row(), By.of(own.by()).because(words)).move(PreparedOutbound.QUEUE, tx.now());
            return Outcome.done(Live.load(tx, target));
        });
    }
}
