package dev.serai.conversation;

import dev.serai.files.MailboxDefinition.JoinBySubject;
import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that may join a thread.
 *
 * @param contact of who wrote it; null where nobody is known by that address
 * @param bySubject what its mailbox says of subjects
 */
public record Joiner(
        InteractionId id,
        String tenant,
        Content content,
        @Nullable InteractionId contact,
        JoinBySubject bySubject,
        Instant receivedAt) {

    static Joiner of(Interaction interaction) {
        Contact contact = interaction.contact();
        Origin origin = interaction.origin();
        return new Joiner(
                interaction.id(),
                interaction.tenant(),
                interaction.content(),
                contact == null ? null : contact.id(),
                JoinBySubject.NEVER,
                origin.receivedAt());
    }
}
