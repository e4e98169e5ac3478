package dev.serai.store;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.WorkChange.By;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A mail that was in quarantine since it could not be fetched, and now came: it stays the same interaction. */
final class LateArrival {
    private final Tx tx;
    private final Arrival arrival;
    private final By by;

    LateArrival(Tx tx, Arrival arrival) {
        this.tx = tx;
        this.arrival = arrival;
        this.by = By.of(arrival.point().actor());
    }

    /** Gives the interaction its raw, and out of quarantine it goes to intake; false when there is none any more. */
    boolean into(InteractionId id) {
        Optional<WorkRow> live = tx.work().lock(arrival.tenant(), id);
        Optional<Interaction> waiting = tx.interactions().load(arrival.tenant(), id);
        if (waiting.isEmpty()) {
            return false;
        }
        if (tx.raw().facts(arrival.tenant(), id).isEmpty()) {
            tx.raw().insert(arrival.tenant(), id, arrival.raw());
        }
        if (live.isPresent() && live.get().state() == State.QUARANTINED) {
            Map<String, Object> userData = new HashMap<>(waiting.get().userData());
            userData.putAll(arrival.userData());
            tx.interactions().update(waiting.get().with(arrival.content(), userData));
            new WorkChange(tx, live.get(), by.because("the mail could be fetched"))
                    .event("serai.interaction.changed", Map.of("position", arrival.position()))
                    .leaveQuarantine(arrival.queue());
        }
        return true;
    }

    /** The mail is one that was taken before: what waited for it ends. */
    void isDuplicate(InteractionId id, String because) {
        tx.work()
                .lock(arrival.tenant(), id)
                .filter(row -> row.state() == State.QUARANTINED)
                .ifPresent(row -> {
                    tx.quarantine().delete(arrival.tenant(), id);
                    new WorkChange(tx, row, by.because(because)).stop("duplicate");
                });
    }
}
