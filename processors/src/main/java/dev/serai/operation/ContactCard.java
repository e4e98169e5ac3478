package dev.serai.operation;

import dev.serai.interaction.Contact;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.Undeliverable;
import dev.serai.store.WorkChange.By;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact with everything known of it.
 *
 * @param addresses in lower case, the one that it was met by first at the beginning
 * @param undeliverable those of them that mail of ours did not reach
 */
public record ContactCard(Contact contact, List<String> addresses, List<Undeliverable> undeliverable) {

    public ContactCard {
        addresses = List.copyOf(addresses);
        undeliverable = List.copyOf(undeliverable);
    }

    /** As it is stored now. */
    public static Optional<ContactCard> load(Tx tx, String tenant, InteractionId id) {
        return tx.contacts()
                .load(tenant, id)
                .map(contact -> new ContactCard(
                        contact,
                        tx.contacts().addresses(tenant, id),
                        tx.undeliverable().ofContact(tenant, id)));
    }

    static Refusal unknown(InteractionId id) {
        return Refusal.of(Code.NOT_FOUND, "there is no contact '" + id + "'");
    }

    /** Records who changed a contact; its events have the subject `contact:` and its id. */
    static void tell(Tx tx, Target contact, By by, Map<String, Object> data) {
        tx.events()
                .append(
                        contact.tenant(),
                        "contact:" + contact.id().value(),
                        NewEvent.of("serai.contact.changed", by.actor())
                                .because(by.reason())
                                .with(data));
    }
}
