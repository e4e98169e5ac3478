package dev.serai.rest;

import dev.serai.store.Ahead;
import dev.serai.store.Tx;
import dev.serai.store.Unit;

/**
 * Does something in the name of the key that it was asked with: whatever else is the actor of its events (a worker that a
 * client made up, the capture point) is not.
 */
record Acting<T>(Unit<T> unit, String actor) implements Unit<T> {

    /** The same unit where nobody showed a key. */
    static <T> Unit<T> of(Caller caller, Unit<T> unit) {
        return caller.isAnybody() ? unit : new Acting<>(unit, caller.name());
    }

    @Override
    public long bytes() {
        return unit.bytes();
    }

    @Override
    public void announce(Ahead ahead) {
        unit.announce(ahead);
    }

    @Override
    public T apply(Tx tx) {
        return tx.as(actor, unit::apply);
    }
}
