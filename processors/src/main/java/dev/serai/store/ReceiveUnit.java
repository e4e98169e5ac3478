package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.store.EventLog.NewEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail in once: ledger row, raw, interaction, first placement and event in one transaction. A position known, or
 * the same bytes in the same mailbox, makes no second interaction.
 */
public final class ReceiveUnit implements Unit<Received> {
    private final Arrival arrival;
    private final InteractionId id;

    public ReceiveUnit(Arrival arrival, Clock clock) {
        this.arrival = arrival;
        this.id = InteractionId.next(clock);
    }

    @Override
    public long bytes() {
        return arrival.raw().size() + 4096;
    }

    @Override
    public Received apply(Tx tx) {
        LedgerTable ledger = tx.ledger();
        Optional<LedgerEntry> here = ledger.load(arrival.tenant(), arrival.point(), arrival.position());
        if (here.isPresent() && here.get().result() != LedgerEntry.Result.FAILING) {
            return repeated(here.get());
        }
        Optional<LedgerEntry> sameBytes = ledger.byRawDigest(
                arrival.tenant(), arrival.point(), arrival.raw().sha256());
        if (!record(tx, here, sameBytes.map(LedgerEntry::interactionId).orElse(null))) {
            return repeated(ledger.load(arrival.tenant(), arrival.point(), arrival.position())
                    .orElseThrow());
        }
        if (sameBytes.isPresent()) {
            return duplicate(tx, sameBytes.get());
        }
        return born(tx);
    }

    private Received repeated(LedgerEntry known) {
        InteractionId first = known.interactionId();
        return new Received(first == null ? id : first, false);
    }

    /** False when another node recorded the position meanwhile. */
    private boolean record(Tx tx, Optional<LedgerEntry> failing, @Nullable InteractionId first) {
        LedgerEntry entry = new LedgerEntry(
                arrival.tenant(),
                arrival.point(),
                arrival.position(),
                first == null ? LedgerEntry.Result.TAKEN : LedgerEntry.Result.DUPLICATE,
                first == null ? id : first,
                arrival.raw().sha256(),
                null,
                arrival.messageId(),
                arrival.size(),
                failing.map(LedgerEntry::attempts).orElse(0),
                null,
                arrival.acknowledged());
        if (failing.isPresent()) {
            tx.ledger().update(entry, tx.now());
            return true;
        }
        return tx.ledger().insert(entry, tx.now());
    }

    private Received duplicate(Tx tx, LedgerEntry first) {
        tx.events()
                .append(
                        arrival.tenant(),
                        arrival.point(),
                        NewEvent.of("serai.capture.duplicate", arrival.point().value())
                                .because("the same bytes were taken at position " + first.position())
                                .with(Map.of(
                                        "position", arrival.position(), "interaction", "" + first.interactionId())));
        return repeated(first);
    }

    private Received born(Tx tx) {
        Instant now = tx.now();
        Origin origin = new Origin(
                arrival.point(),
                null,
                null,
                id,
                arrival.mediaType(),
                "Inbound",
                "InboundNew",
                arrival.receivedAt(),
                now);
        tx.interactions()
                .insert(new NewInteraction(
                        id, arrival.tenant(), origin, arrival.content(), null, arrival.language(), arrival.userData()));
        tx.raw().insert(arrival.tenant(), id, arrival.raw());
        WorkRow row = WorkRow.born(arrival.tenant(), id, arrival.queue(), arrival.priority(), now);
        WorkRow told = tx.events()
                .append(
                        row,
                        NewEvent.of(
                                        "serai.interaction.submitted",
                                        arrival.point().value())
                                .with(Map.of("queue", arrival.queue().value(), "position", arrival.position())));
        tx.work().insert(told);
        return new Received(id, true);
    }
}
