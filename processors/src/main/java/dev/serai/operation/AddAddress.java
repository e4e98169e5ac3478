package dev.serai.operation;

import dev.serai.files.OwnAddresses;
import dev.serai.interaction.Contact;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.Map;
import java.util.Optional;

/**
 * Gives a contact one more address: mail from it is with the same contact, and joins its threads.
 *
 * @param contact whom
 * @param own addresses that are nobody's
 */
public record AddAddress(Target contact, String address, OwnAddresses own, By by)
        implements Unit<Outcome<ContactCard>> {

    @Override
    public Outcome<ContactCard> apply(Tx tx) {
        if (!tx.contacts().lock(contact.tenant(), contact.id())) {
            return Outcome.refused(ContactCard.unknown(contact.id()));
        }
        if (own.to(contact.tenant()).contains(address)) {
            return Outcome.refused(Refusal.field(
                    Code.INVALID_REQUEST,
                    "/address",
                    "'" + address + "' is one of our own, which is nobody's contact"));
        }
        Optional<Contact> holder = tx.contacts().byAddress(contact.tenant(), address);
        if (holder.isPresent() && !holder.get().id().equals(contact.id())) {
            return Outcome.refused(Refusal.of(
                    Code.WRONG_STATE,
                    "'" + address + "' is of contact '" + holder.get().id()
                            + "'; merge the two if they are one person"));
        }
        if (holder.isEmpty()) {
            tx.contacts().add(contact.tenant(), contact.id(), address);
            ContactCard.tell(tx, contact, by, Map.of("addressAdded", address));
        }
        return Outcome.done(ContactCard.load(tx, contact.tenant(), contact.id()).orElseThrow());
    }
}
