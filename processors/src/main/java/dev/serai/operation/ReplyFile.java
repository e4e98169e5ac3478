package dev.serai.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Attached;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file that a client wants to go along with its answer. */
public sealed interface ReplyFile {

    /** One that came with the request. */
    record Given(Attached file) implements ReplyFile {}

    /**
     * One that the hub has: an attachment of a mail, which need not be uploaded again.
     *
     * @param number as in its `href`, from 1
     * @param name what it is called in the answer; null = as it is
     * @param contentId by which the HTML shows it; null where it does not
     */
    record Stored(
            InteractionId interaction,
            int number,
            @Nullable String name,
            @Nullable String contentId) implements ReplyFile {}

    /** Where the bytes of stored files are. */
    @FunctionalInterface
    interface Shelf {
        /** @throws RefusedException when there is no such attachment */
        Attached get(Stored stored);
    }

    /** Reads the list `attachments`: each {name, contentType, content} with content in Base64, or {href}. */
    static List<ReplyFile> read(JsonFields fields) {
        JsonNode list = fields.get("attachments");
        if (list == null) {
            return List.of();
        }
        if (!list.isArray()) {
            fields.fault("attachments", "expected a list of " + Form.EXPECTED);
            return List.of();
        }
        List<ReplyFile> files = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            ReplyFile file = list.get(i).has("href") ? Form.stored(list.get(i)) : Form.given(list.get(i));
            if (file == null) {
                fields.fault("attachments", i, "is not " + Form.EXPECTED);
            } else {
                files.add(file);
            }
        }
        return files;
    }

    /** How a file is written in JSON; what is not written so is null. */
    final class Form {
        private static final String EXPECTED = "{name, contentType, content} with Base64 content, or {href} of an"
                + " attachment such as /api/v1/interactions/ID/attachments/1; a contentId has letters, digits and . _ + - @";
        private static final Pattern HREF = Pattern.compile("/api/v1/interactions/([^/]+)/attachments/(\\d{1,6})");

        private static final Pattern CONTENT_ID =
                Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(@[A-Za-z0-9.-]{1,100})?");

        private Form() {}

        private static @Nullable ReplyFile stored(JsonNode node) {
            Matcher href = HREF.matcher(node.path("href").asText(""));
            String name = node.path("name").asText("");
            try {
                return href.matches()
                        ? new Stored(
                                InteractionId.of(href.group(1)),
                                Integer.parseInt(href.group(2)),
                                name.isBlank() ? null : FileName.of(name),
                                contentId(node))
                        : null;
            } catch (IllegalArgumentException noId) {
                return null;
            }
        }

        /** As `cid:` in the HTML names it (RFC 2392). */
        private static @Nullable String contentId(JsonNode node) {
            JsonNode id = node.path("contentId");
            if (id.isMissingNode() || id.isNull()) {
                return null;
            }
            if (!id.isTextual() || !CONTENT_ID.matcher(id.textValue()).matches()) {
                throw new IllegalArgumentException("no content id");
            }
            return id.textValue();
        }

        private static @Nullable ReplyFile given(JsonNode node) {
            String name = node.path("name").asText("");
            String type = node.path("contentType").asText("application/octet-stream");
            if (name.isBlank() || !node.path("content").isTextual() || !type.matches("[\\w.+-]+/[\\w.+-]+")) {
                return null;
            }
            try {
                String content = node.path("content").textValue();
                byte[] bytes = Base64.getMimeDecoder().decode(content);
                String shownAs = contentId(node);
                Attached file = Attached.of(FileName.of(name), type, bytes);
                return new Given(shownAs == null ? file : file.shownAs(shownAs));
            } catch (IllegalArgumentException noBase64) {
                return null;
            }
        }
    }
}
