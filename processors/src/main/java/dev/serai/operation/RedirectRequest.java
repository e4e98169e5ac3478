package dev.serai.operation;

import dev.serai.interaction.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a client sends on as it came, so that answers go to who wrote it.
 *
 * @param token of the client's lease
 * @param sendAfter it does not leave before; null = at once
 * @param complete whether the interaction is done with it, in the same transaction
 */
public record RedirectRequest(
        String token,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc,
        @Nullable Instant sendAfter,
        boolean complete) {

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static RedirectRequest read(JsonFields fields) {
        if (!fields.has("to")) {
            fields.fault("to", "is missing; expected a mail address, or several");
        }
        for (String name : List.of("text", "html", "response", "subject", "attachments")) {
            if (fields.has(name)) {
                fields.fault(name, "a mail is redirected as it came; to add something, forward it");
            }
        }
        RedirectRequest request = new RedirectRequest(
                ReplyRequest.token(fields),
                PartyFields.recipients(fields, "to"),
                PartyFields.recipients(fields, "cc"),
                PartyFields.recipients(fields, "bcc"),
                fields.time("sendAfter"),
                fields.flag("complete", false));
        fields.finish();
        return request;
    }
}
