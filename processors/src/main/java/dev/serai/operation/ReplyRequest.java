package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.OutboundDraft.Attached;
import dev.serai.interaction.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
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
        List<Attached> attachments,
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
                attachments(fields),
                fields.time("sendAfter"),
                fields.has("quote") ? fields.flag("quote", false) : null,
                fields.flag("complete", false));
        fields.finish();
        return request;
    }

    /** A list of {name, contentType, content}, content in Base64. */
    private static List<Attached> attachments(JsonFields fields) {
        JsonNode list = fields.get("attachments");
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            fields.fault("attachments", "expected a list of {name, contentType, content}, content in Base64");
            return List.of();
        }
        List<Attached> files = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Attached file = attachment(list.get(i));
            if (file == null) {
                fields.fault("attachments", "entry " + i + " is not {name, contentType, content} with Base64 content");
            } else {
                files.add(file);
            }
        }
        return files;
    }

    private static @Nullable Attached attachment(JsonNode node) {
        String name = node.path("name").asText("");
        String type = node.path("contentType").asText("application/octet-stream");
        if (name.isBlank() || !node.path("content").isTextual() || !type.matches("[\\w.+-]+/[\\w.+-]+")) {
            return null;
        }
        try {
            return Attached.of(
                    name,
                    type,
                    Base64.getMimeDecoder().decode(node.path("content").textValue()));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }
}
