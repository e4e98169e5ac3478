package dev.serai.operation;

import dev.serai.interaction.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a client wrote, or the standard response that it chose.
 *
 * @param token of the client's lease
 * @param response name of a standard response; text, html and subject given beside it win over its own
 * @param to whom; empty = who wrote
 * @param sendAfter it does not leave before; null = at once
 * @param quote whether the mail that it answers is quoted below; null = as the response says, else not
 * @param complete whether the interaction is answered with it, in the same transaction
 */
public record ReplyRequest(
        String token,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String html,
        @Nullable String response,
        @Nullable String language,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc,
        List<ReplyFile> attachments,
        @Nullable Instant sendAfter,
        @Nullable Boolean quote,
        boolean complete) {
    private static final int LONGEST = 1_000_000;

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static ReplyRequest read(JsonFields fields) {
        String token = fields.text("token", 1000);
        if (token == null) {
            fields.fault("token", "is missing; expected the token that the pull gave");
        }
        if (!fields.has("text") && !fields.has("html") && !fields.has("response")) {
            fields.fault("text", "is missing; expected text, html or the name of a standard response");
        }
        ReplyRequest request = new ReplyRequest(
                token == null ? "" : token,
                fields.text("subject", 998),
                fields.text("text", LONGEST),
                fields.text("html", LONGEST),
                fields.text("response", 64),
                fields.value("language", SubmitWords::language),
                PartyFields.list(fields, "to"),
                PartyFields.list(fields, "cc"),
                PartyFields.list(fields, "bcc"),
                ReplyFile.read(fields),
                fields.time("sendAfter"),
                fields.has("quote") ? fields.flag("quote", false) : null,
                fields.flag("complete", false));
        fields.finish();
        return request;
    }
}
