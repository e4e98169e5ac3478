package dev.serai.operation;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Attached;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file that goes along: {name, contentType, content, contentId}, or {href, name, contentId}; each fault is its field's. */
final class ReplyFileFields {
    static final String EXPECTED =
            "{name, contentType, content} with Base64 content, or {href} of an attachment such as"
                    + " /api/v1/interactions/ID/attachments/1";

    private static final Pattern HREF = Pattern.compile("/api/v1/interactions/([^/]+)/attachments/(\\d{1,6})");
    private static final Pattern TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+");
    private static final Pattern CONTENT_ID =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(@[A-Za-z0-9.-]{1,100})?");

    private ReplyFileFields() {}

    /** Empty where a fault was noted. */
    static Optional<ReplyFile> read(JsonFields file) {
        Optional<? extends ReplyFile> read = file.has("href") ? stored(file) : given(file);
        file.refuseUnknown();
        return read.map(Function.identity());
    }

    private static Optional<ReplyFile.Stored> stored(JsonFields file) {
        String name = file.text("name", Integer.MAX_VALUE);
        String shownAs = contentId(file);
        return Optional.ofNullable(file.text("href", 1000))
                .flatMap(href -> place(file, href))
                .map(place -> new ReplyFile.Stored(
                        place.id(),
                        place.number(),
                        name == null || name.isBlank() ? null : FileName.of(name),
                        shownAs));
    }

    private record Place(InteractionId id, int number) {}

    private static Optional<Place> place(JsonFields file, String href) {
        Matcher matcher = HREF.matcher(href);
        try {
            if (matcher.matches()) {
                return Optional.of(new Place(InteractionId.of(matcher.group(1)), Integer.parseInt(matcher.group(2))));
            }
        } catch (IllegalArgumentException noId) {
            // said below
        }
        file.fault(
                "href",
                "'" + href + "' is no attachment of an interaction; expected /api/v1/interactions/ID/attachments/1");
        return Optional.empty();
    }

    private static Optional<ReplyFile.Given> given(JsonFields file) {
        String name = file.text("name", Integer.MAX_VALUE);
        if (name == null || name.isBlank()) {
            file.fault("name", "is missing; expected the name of a file");
        }
        String type = file.text("contentType", 255);
        if (type != null && !TYPE.matcher(type).matches()) {
            file.fault("contentType", "'" + type + "' is no media type; expected one such as application/pdf");
        }
        String shownAs = contentId(file);
        byte[] bytes = content(file);
        if (name == null || bytes == null) {
            return Optional.empty();
        }
        Attached attached = Attached.of(FileName.of(name), type == null ? "application/octet-stream" : type, bytes);
        return Optional.of(new ReplyFile.Given(shownAs == null ? attached : attached.shownAs(shownAs)));
    }

    /** Line breaks and blanks inside are fine (RFC 2045); anything else that is no Base64 would leave as another file. */
    private static byte @Nullable [] content(JsonFields file) {
        if (!file.has("content")) {
            file.fault("content", "is missing; expected the file in Base64, or an href of one that is there");
            return null;
        }
        String content = file.text("content", Integer.MAX_VALUE);
        try {
            return content == null ? null : Base64.getDecoder().decode(content.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException none) {
            file.fault("content", "is not Base64; expected letters, digits, + and /, filled up with =");
            return null;
        }
    }

    /** As `cid:` in the HTML names it (RFC 2392). */
    private static @Nullable String contentId(JsonFields file) {
        String id = file.text("contentId", 255);
        if (id != null && !CONTENT_ID.matcher(id).matches()) {
            file.fault("contentId", "'" + id + "' is no content id; expected letters, digits and . _ + - @");
        }
        return id;
    }
}
