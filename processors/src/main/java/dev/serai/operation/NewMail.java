package dev.serai.operation;

import dev.serai.dispatch.PreparedOutbound;
import dev.serai.interaction.Interaction;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;

/**
 * A mail that answers nothing is born. Yields the outbound interaction.
 *
 * @param tenant whose it is
 */
public record NewMail(String tenant, PreparedOutbound outbound, By by) implements Unit<Outcome<Interaction>> {

    @Override
    public long bytes() {
        return outbound.bytes();
    }

    @Override
    public Outcome<Interaction> apply(Tx tx) {
        outbound.insert(tx, by);
        return Outcome.done(Live.load(tx, new Target(tenant, outbound.id())));
    }
}
