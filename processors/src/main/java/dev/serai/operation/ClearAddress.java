package dev.serai.operation;

import dev.serai.interaction.Contact;
import dev.serai.store.Tx;
import dev.serai.store.Unit;
import dev.serai.store.WorkChange.By;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody knows better than the bounces: mail may go to a contact's address again. Nothing where nothing spoke against it.
 *
 * @param contact whose address it is
 */
public record ClearAddress(Target contact, String address, By by) implements Unit<Outcome<ContactCard>> {

    @Override
    public Outcome<ContactCard> apply(Tx tx) {
        if (!tx.contacts().lock(contact.tenant(), contact.id())) {
            return Outcome.refused(ContactCard.unknown(contact.id()));
        }
        Optional<Contact> holder = tx.contacts().byAddress(contact.tenant(), address);
        if (holder.filter(one -> one.id().equals(contact.id())).isEmpty()) {
            return Outcome.refused(Refusal.field(
                    Code.INVALID_REQUEST,
                    "/address",
                    "'" + address + "' is no address of contact '" + contact.id() + "'"));
        }
        if (tx.undeliverable().clear(contact.tenant(), address)) {
            ContactCard.tell(tx, contact, by, Map.of("deliverable", address));
        }
        return Outcome.done(ContactCard.load(tx, contact.tenant(), contact.id()).orElseThrow());
    }
}
