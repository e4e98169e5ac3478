package dev.serai.operation;

import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.time.Instant;

/** The client keeps it for the given time from now on; the token stays the same. */
public record Renew(Target target, String token, Duration time) implements Unit<Outcome<Lease>> {

    @Override
    public Outcome<Lease> apply(Tx tx) {
        return Live.leased(tx, target, token, this::renew);
    }

    private Outcome<Lease> renew(Tx tx, WorkRow row) {
        Instant until = tx.now().plus(time);
        tx.work().renew(row.fence(), until);
        return Outcome.done(new Lease(Live.load(tx, target), token, until));
    }
}
