package dev.serai.intake;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Party;
import dev.serai.store.Ahead;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange.By;
import java.util.Map;

/**
 * An address that writes to us is one that can be written to: what bounces said against it is forgotten. Where our automatic
 * answers to it came back, a mail that answers nothing proves nothing: it would only be answered into the void again.
 */
final class Reached {
    private Reached() {}

    static void announce(Ahead ahead, String tenant, Content content) {
        Party from = content.from();
        if (from != null && isByPerson(content)) {
            ahead.undeliverable(tenant, from.address());
        }
    }

    static void note(Tx tx, Interaction mail, By by) {
        Party from = mail.content().from();
        Contact contact = mail.contact();
        if (from == null || !isByPerson(mail.content()) || !clear(tx, mail, from.address()) || contact == null) {
            return;
        }
        tx.events()
                .append(
                        mail.tenant(),
                        "contact:" + contact.id().value(),
                        NewEvent.of("serai.contact.changed", by.actor())
                                .because("a mail came from it")
                                .with(Map.of("deliverable", from.address())));
    }

    private static boolean clear(Tx tx, Interaction mail, String address) {
        boolean answers = mail.origin().parentId() != null;
        return tx.undeliverable()
                        .load(mail.tenant(), address)
                        .filter(known -> answers || !known.answered())
                        .isPresent()
                && tx.undeliverable().clear(mail.tenant(), address);
    }

    private static boolean isByPerson(Content content) {
        return content.kind().equals("message");
    }
}
