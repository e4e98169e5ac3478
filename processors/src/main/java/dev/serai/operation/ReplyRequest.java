package dev.serai.operation;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import dev.serai.response.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a client wrote, or the standard response that it chose.
 *
 * @param token of the client's lease
 * @param response name of a standard response; text, html and subject given beside it win over its own
 * @param from the answer of an invited expert, of the same thread, whose text is the text; one given beside it wins
 * @param agent the fields `Agent.…` of the response; empty = those of the default agent
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
        @Nullable InteractionId from,
        Map<Field, String> agent,
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
        String token = token(fields);
        if (!fields.has("text") && !fields.has("html") && !fields.has("response") && !fields.has("from")) {
            fields.fault(
                    "text",
                    "is missing; expected text, html, the name of a standard response, or from with the id of an"
                            + " expert's answer");
        }
        InteractionId from = fields.value("from", InteractionId::of);
        Boolean quote = fields.has("quote") ? fields.flag("quote", false) : null;
        ReplyRequest request = letter(fields, token, from, quote);
        fields.finish();
        return request;
    }

    /** What every mail of a client has. */
    static ReplyRequest letter(JsonFields fields, String token, @Nullable InteractionId from, @Nullable Boolean quote) {
        return new ReplyRequest(
                token,
                fields.line("subject", 998),
                fields.text("text", LONGEST),
                fields.text("html", LONGEST),
                fields.text("response", 64),
                fields.value("language", SubmitWords::language),
                from,
                AgentFields.read(fields),
                PartyFields.list(fields, "to"),
                PartyFields.list(fields, "cc"),
                PartyFields.list(fields, "bcc"),
                ReplyFile.read(fields),
                fields.time("sendAfter"),
                quote,
                fields.flag("complete", false));
    }

    /** A token; when it is missing the request is refused at its end. */
    static String token(JsonFields fields) {
        String token = fields.text("token", 1000);
        if (token == null) {
            fields.fault("token", "is missing; expected the token that the pull gave");
        }
        return token == null ? "" : token;
    }

    /** The same with a text. */
    ReplyRequest saying(String words) {
        return new ReplyRequest(
                token,
                subject,
                words,
                html,
                response,
                language,
                from,
                agent,
                to,
                cc,
                bcc,
                attachments,
                sendAfter,
                quote,
                complete);
    }
}
