package dev.serai.transform.tnef;

import dev.serai.message.Content;
import dev.serai.mime.FileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file out of a winmail.dat as it is to be attached.
 *
 * @param measured its content when its size is known already; null for a message that is written anew
 */
record UnpackedFile(
        String name,
        String type,
        @Nullable String contentId,
        Content content,
        @Nullable TnefPart measured) {
    /** Messages within messages that are opened. */
    static final int DEEPEST = 8;

    private static final String MESSAGE = "message/rfc822";

    /**
     * Each file comes out, also one without content or without a name.
     *
     * @param number its place among the attachments, from 1
     * @param depth of the message that it is in, from 0
     */
    static UnpackedFile of(TnefMessage message, TnefFile file, int number, int depth, Consumer<String> warnings)
            throws IOException {
        TnefPart part = file.content();
        if (part == null) {
            return without(message, file, number, warnings);
        }
        boolean object = file.isMessage() || part.equals(file.object);
        if (object && part.isTnef()) {
            return nested(message, file, part, number, depth, warnings);
        }
        String type = file.type(message.charset);
        if (file.isMessage()) {
            warnings.accept("A winmail.dat holds a message that cannot be read; it is attached as it is.");
            return raw(message, file, part, number);
        }
        return new UnpackedFile(
                FileNames.of(file.name(message.charset), type, number),
                type,
                file.contentId(message.charset),
                part.content(),
                part);
    }

    /** A file that is only pointed to, or that has no content at all. */
    private static UnpackedFile without(TnefMessage message, TnefFile file, int number, Consumer<String> warnings) {
        String path = file.path(message.charset);
        String type = path == null ? file.type(message.charset) : "text/plain";
        String name = FileNames.of(file.name(message.charset), type, number);
        warnings.accept(
                path == null
                        ? "A file in a winmail.dat has no content."
                        : "A file of a winmail.dat is not in the mail; its attachment says where it lies.");
        TnefPart part = TnefPart.of((path == null ? "" : path).getBytes(StandardCharsets.UTF_8));
        return new UnpackedFile(
                path == null ? name : name + ".txt", type, file.contentId(message.charset), part.content(), part);
    }

    private static UnpackedFile nested(
            TnefMessage message, TnefFile file, TnefPart part, int number, int depth, Consumer<String> warnings)
            throws IOException {
        if (depth + 1 > DEEPEST) {
            warnings.accept("Messages in a winmail.dat are nested deeper than " + DEEPEST
                    + " levels; the rest is attached as it is.");
            return raw(message, file, part, number);
        }
        TnefMessage inner = TnefReader.read(part.content());
        if (inner.isEmpty()) {
            warnings.accept("A winmail.dat holds a message that cannot be read; it is attached as it is.");
            return raw(message, file, part, number);
        }
        if (inner.damaged) {
            warnings.accept("A message in a winmail.dat is damaged; what could be read was taken.");
        }
        Content written = NestedMail.of(inner, depth + 1, warnings);
        return new UnpackedFile(messageName(message, file, inner, number), MESSAGE, null, written, null);
    }

    private static String messageName(TnefMessage message, TnefFile file, TnefMessage inner, int number) {
        String given = file.name(message.charset);
        String name = given == null ? TnefEnvelope.of(inner).subject() : given;
        String leaf =
                name == null ? "" : name.replaceAll("[/\\\\:*?|<>\"]+", "_").strip();
        String bare = leaf.toLowerCase(Locale.ROOT).matches(".*\\.(msg|eml|dat)")
                ? leaf.substring(0, leaf.length() - 4)
                : leaf;
        return FileNames.of(bare.isBlank() ? null : bare + ".eml", MESSAGE, number);
    }

    private static UnpackedFile raw(TnefMessage message, TnefFile file, TnefPart part, int number) {
        String name = FileNames.of(file.name(message.charset), "application/ms-tnef", number);
        return new UnpackedFile(
                name.endsWith(".dat") ? name : name + ".dat", "application/octet-stream", null, part.content(), part);
    }
}
