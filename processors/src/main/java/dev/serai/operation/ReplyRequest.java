package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Party;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a client.
 *
 * @param token of the client's lease
 * @param mail what it says
 * @param answer the answer of an invited expert, of the same thread, whose text is the text; one given beside it wins
 * @param quote whether the mail that it answers is quoted below; null = as the response says, else not
 * @param all whether those who got a copy get the answer too
 * @param complete whether the interaction is answered with it, in the same transaction
 */
public record ReplyRequest(
        String token,
        MailFields mail,
        @Nullable InteractionId answer,
        @Nullable Boolean quote,
        boolean all,
        boolean complete) {

    /**
     * Reads the JSON form.
     *
     * @throws RefusedException when a field is unknown or wrong, with a JSON pointer to each
     */
    public static ReplyRequest read(JsonFields fields) {
        boolean address = isAddress(fields.get("from"));
        Party from = address ? PartyFields.recipient(fields, "from") : null;
        ReplyRequest request = new ReplyRequest(
                token(fields),
                MailFields.read(fields, from),
                address ? null : fields.value("from", InteractionId::of),
                fields.has("quote") ? fields.flag("quote", false) : null,
                fields.flag("all", false),
                fields.flag("complete", false));
        if (!request.mail().saysSomething() && (address || !fields.has("from"))) {
            fields.fault(
                    "text",
                    "is missing; expected text, html, the name of a standard response, or from with the id of an"
                            + " expert's answer");
        }
        fields.finish();
        return request;
    }

    /** Who writes, and not whose words are the text. */
    private static boolean isAddress(@Nullable JsonNode from) {
        return from != null && (from.isObject() || from.asText().contains("@"));
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
        return new ReplyRequest(token, mail.saying(words), answer, quote, all, complete);
    }
}
