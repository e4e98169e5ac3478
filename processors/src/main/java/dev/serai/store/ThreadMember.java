package dev.serai.store;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A member of a thread that a mail may join.
 *
 * @param type Inbound, Outbound or Internal
 * @param participants addresses of its From, Reply-To, To, Cc and Bcc, in lower case; none of a report or automatic answer
 * @param contact null too where there are no participants
 */
public record ThreadMember(
        InteractionId id,
        InteractionId threadId,
        String type,
        @Nullable String subject,
        Set<String> participants,
        @Nullable InteractionId contact) {

    /** An interaction as the member that others may join. */
    public static ThreadMember of(Interaction interaction) {
        Contact contact = interaction.contact();
        String participants = Participants.of(interaction.content());
        return new ThreadMember(
                interaction.id(),
                interaction.origin().threadId(),
                interaction.origin().type(),
                interaction.content().subject(),
                Participants.read(participants),
                contact == null || participants == null ? null : contact.id());
    }

    static ThreadMember read(ResultSet columns) throws SQLException {
        Row row = new Row(columns);
        String participants = row.textOrNull("participants");
        return new ThreadMember(
                row.id("id"),
                row.id("thread_id"),
                row.text("type"),
                row.textOrNull("subject"),
                Participants.read(participants),
                participants == null ? null : row.idOrNull("contact_id"));
    }
}
