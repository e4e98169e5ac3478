package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a mail in once: ledger row, raw, interaction, first placement and event in one transaction. A position known, the
 * same bytes in the same mailbox, or content that counts once and came before, makes no second interaction.
 */
public final class ReceiveUnit implements Unit<Received> {
    private final Arrival arrival;
    private final InteractionId id;

    public ReceiveUnit(Arrival arrival, Clock clock) {
        this.arrival = arrival;
        this.id = InteractionId.next(clock);
    }

    /** A mail that was taken before: which interaction it is, and how it is known. */
    private record Before(InteractionId interaction, String because) {}

    @Override
    public long bytes() {
        return arrival.raw().size() + 4096;
    }

    @Override
    public void announce(Ahead ahead) {
        ahead.arrival(arrival);
    }

    @Override
    public Received apply(Tx tx) {
        Kin kin = tx.kin().of(arrival);
        Optional<LedgerEntry> failed = kin.here().filter(entry -> entry.result() == LedgerEntry.Result.FAILING);
        if (kin.here().isPresent() && failed.isEmpty()) {
            return repeated(kin.here().get());
        }
        InteractionId waiting = failed.map(LedgerEntry::interactionId).orElse(null);
        Before before = before(tx, kin, waiting == null ? id : waiting);
        record(tx, failed, before, waiting == null ? id : waiting);
        return before == null ? taken(tx, kin, waiting) : known(tx, before, waiting);
    }

    private Received repeated(LedgerEntry known) {
        InteractionId first = known.interactionId();
        return new Received(first == null ? id : first, false);
    }

    private @Nullable Before before(Tx tx, Kin kin, InteractionId mine) {
        if (kin.sameBytes().isPresent()) {
            LedgerEntry first = kin.sameBytes().get();
            return new Before(
                    first.interactionId() == null ? mine : first.interactionId(),
                    "the same bytes were taken at position " + first.position());
        }
        Arrival.Once once = arrival.once();
        if (once == null) {
            return null;
        }
        InteractionId first = tx.kin().sameMail(arrival.tenant(), once.contentDigest(), mine, tx.now());
        return first.equals(mine) ? null : new Before(first, "the same mail was taken from another copy");
    }

    private void record(Tx tx, Optional<LedgerEntry> failed, @Nullable Before before, InteractionId mine) {
        LedgerEntry entry = new LedgerEntry(
                arrival.tenant(),
                arrival.point(),
                arrival.position(),
                before == null ? LedgerEntry.Result.TAKEN : LedgerEntry.Result.DUPLICATE,
                before == null ? mine : before.interaction(),
                arrival.raw().sha256(),
                arrival.once() == null ? null : arrival.once().contentDigest(),
                arrival.messageId(),
                arrival.size(),
                arrival.serverDate(),
                failed.map(LedgerEntry::attempts).orElse(0),
                before == null ? null : before.because(),
                arrival.acknowledged());
        if (failed.isPresent()) {
            tx.ledger().update(entry, tx.now());
        } else {
            tx.ledger().add(entry, tx.now());
        }
    }

    private Received known(Tx tx, Before before, @Nullable InteractionId waiting) {
        new FurtherCopy(tx, arrival).of(before.interaction(), before.because());
        if (waiting != null) {
            new LateArrival(tx, arrival).isDuplicate(waiting, before.because());
        }
        return new Received(before.interaction(), false);
    }

    private Received taken(Tx tx, Kin kin, @Nullable InteractionId waiting) {
        if (waiting != null && new LateArrival(tx, arrival).into(waiting)) {
            return new Received(waiting, true);
        }
        InteractionId born = waiting == null ? id : waiting;
        new Birth(tx, arrival, kin.sameMessageId()).of(born);
        return new Received(born, true);
    }
}
