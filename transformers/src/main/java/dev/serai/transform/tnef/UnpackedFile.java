package dev.serai.transform.tnef;

import dev.serai.mime.FileNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file out of a winmail.dat as it is to be attached.
 *
 * @param part its bytes as they stand there
 * @param message what they say, when it is a message that is to be written as MIME; null for a file
 */
record UnpackedFile(
        String name,
        String type,
        @Nullable String contentId,
        TnefPart part,
        @Nullable TnefMessage message) {
    /** Messages within messages that are opened. */
    static final int DEEPEST = 8;

    private static final String MESSAGE = "message/rfc822";
    private static final String CLOSED = "application/octet-stream";

    /**
     * Each file comes out, also one without content or without a name.
     *
     * @param number its place among the attachments, from 1
     * @param level of the message that it is in
     */
    static UnpackedFile of(TnefMessage message, TnefFile file, int number, Level level) throws IOException {
        TnefPart part = file.content();
        if (part == null) {
            return without(message, file, number, level);
        }
        boolean object = file.isMessage() || part.equals(file.object);
        if (object && part.isTnef()) {
            return nested(message, file, part, number, level);
        }
        String type = file.type(message.charset);
        if (file.isMessage()) {
            level.warn("A winmail.dat holds a message that cannot be read; it is attached as it is.");
            return raw(message, file, part, number);
        }
        return new UnpackedFile(
                FileNames.of(file.name(message.charset), type, number),
                type,
                file.contentId(message.charset),
                part,
                null);
    }

    /** A file that is only pointed to, or that has no content at all. */
    private static UnpackedFile without(TnefMessage message, TnefFile file, int number, Level level) {
        String path = file.path(message.charset);
        String type = path == null ? file.type(message.charset) : "text/plain";
        String name = FileNames.of(file.name(message.charset), type, number);
        level.warn(
                path == null
                        ? "A file in a winmail.dat has no content."
                        : "A file of a winmail.dat is not in the mail; its attachment says where it lies.");
        TnefPart part = TnefPart.of((path == null ? "" : path).getBytes(StandardCharsets.UTF_8));
        return new UnpackedFile(path == null ? name : name + ".txt", type, file.contentId(message.charset), part, null);
    }

    private static UnpackedFile nested(TnefMessage message, TnefFile file, TnefPart part, int number, Level level)
            throws IOException {
        if (level.depth() + 1 > DEEPEST) {
            level.warn("Messages in a winmail.dat are nested deeper than " + DEEPEST
                    + " levels; the rest is attached as it is.");
            return raw(message, file, part, number);
        }
        TnefMessage inner = TnefReader.read(part.content(), level.memory());
        if (inner.cramped) {
            level.warn("A message in a winmail.dat needs more memory than one mail has; it is attached as it is.");
            return raw(message, file, part, number);
        }
        if (inner.isEmpty()) {
            level.warn("A winmail.dat holds a message that cannot be read; it is attached as it is.");
            return raw(message, file, part, number);
        }
        if (inner.damaged) {
            level.warn("A message in a winmail.dat is damaged; what could be read was taken.");
        }
        return new UnpackedFile(messageName(message, file, inner, number), MESSAGE, null, part, inner);
    }

    /** A message as it stands in the winmail.dat. */
    UnpackedFile closed() {
        String stem = name.endsWith(".eml") ? name.substring(0, name.length() - 4) : name;
        return new UnpackedFile(stem + ".dat", CLOSED, null, part.closed(), null);
    }

    /** Its bytes, a message as MIME. */
    void writeTo(OutputStream out, Level level) throws IOException {
        TnefMessage inner = message;
        if (inner != null) {
            NestedMail.write(inner, level.deeper(), out);
            return;
        }
        try (InputStream in = part.content().open()) {
            in.transferTo(out);
        }
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
        return new UnpackedFile(name.endsWith(".dat") ? name : name + ".dat", CLOSED, null, part.closed(), null);
    }
}
