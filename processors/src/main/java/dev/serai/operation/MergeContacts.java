package dev.serai.operation;

import dev.serai.interaction.InteractionId;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes two contacts one. Threads stay as they are; what comes from now on may join those of both.
 *
 * @param into who stays
 * @param gone whose addresses and interactions become the other's; it is gone then
 */
public record MergeContacts(Target into, InteractionId gone, By by) implements Unit<Outcome<ContactCard>> {

    @Override
    public Outcome<ContactCard> apply(Tx tx) {
        if (gone.equals(into.id())) {
            return Outcome.refused(
                    Refusal.field(Code.INVALID_REQUEST, "/contact", "is the same contact; expected another one"));
        }
        for (InteractionId id : Stream.of(into.id(), gone).sorted().toList()) {
            if (!tx.contacts().lock(into.tenant(), id)) {
                return Outcome.refused(
                        id.equals(gone)
                                ? Refusal.field(Code.INVALID_REQUEST, "/contact", "there is no contact '" + id + "'")
                                : ContactCard.unknown(id));
            }
        }
        tx.merges().insert(into.tenant(), into.id(), gone);
        ContactCard.tell(tx, into, by, Map.of("merged", gone.value()));
        return Outcome.done(ContactCard.load(tx, into.tenant(), into.id()).orElseThrow());
    }
}
