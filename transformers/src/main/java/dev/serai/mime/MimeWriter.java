package dev.serai.mime;

import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a message that was changed as MIME again, streaming. Header fields that nobody changed stay byte for byte; so
 * does the body when text, HTML, parts and attachments are the same.
 */
public final class MimeWriter {
    private final MailMessage message;
    private final MailMessage read;
    private final RawSource raw;

    private MimeWriter(MailMessage message, MailMessage read, RawSource raw) {
        this.message = message;
        this.read = read;
        this.raw = raw;
    }

    /**
     * Writes it with CR LF.
     *
     * @param message what is to be written
     * @param read what it was made from: the message that the raw bytes say
     * @param raw those bytes
     * @throws IOException when bytes cannot be read or written, or the body changed and the message has only the start of it
     */
    public static void write(MailMessage message, MailMessage read, RawSource raw, OutputStream out)
            throws IOException {
        new MimeWriter(message, read, raw).write(out);
    }

    private void write(OutputStream out) throws IOException {
        boolean sameBody = sameBody();
        if (!sameBody) {
            refuseToCut();
        }
        Entity root = Splitter.split(raw, ReadLimits.DEFAULT, sentence -> {});
        HeaderWriter header = new HeaderWriter(out);
        fields(root, header, sameBody);
        if (sameBody) {
            header.end();
            try (InputStream in = raw.open(root.bodyFrom, raw.size() - root.bodyFrom)) {
                in.transferTo(out);
            }
        } else {
            out.write("MIME-Version: 1.0\r\n".getBytes(StandardCharsets.US_ASCII));
            new BodyWriter(message, out).write();
        }
    }

    /** The model has only the start of a very long text: written from it, the rest would be lost. */
    private void refuseToCut() throws IOException {
        int most = ReadLimits.DEFAULT.textBytes();
        for (MailPart part : read.parts()) {
            boolean body = part.role() == PartRole.TEXT || part.role() == PartRole.ALTERNATIVE;
            if (body && part.contentType().startsWith("text/") && part.size() > most) {
                throw new IOException("a text of the mail has " + part.size() + " bytes, more than the " + most
                        + " that are read; a changed mail would lose the rest");
            }
        }
    }

    private boolean sameBody() {
        return message.text().equals(read.text())
                && Objects.equals(message.html(), read.html())
                && message.parts().equals(read.parts())
                && message.attachments().equals(read.attachments());
    }

    /** The fields of the model in their order, what was changed in the model's own members in place of the old one. */
    private void fields(Entity root, HeaderWriter header, boolean sameBody) throws IOException {
        Map<String, Field> changed = changed();
        for (Kept field : kept(root)) {
            String key = field.name().toLowerCase(Locale.ROOT);
            if (isOfBody(key)) {
                continue;
            }
            Field other = changed.get(key);
            if (other == null) {
                field.writeTo(header);
            } else {
                other.writeTo(header);
                changed.put(key, unused -> {});
            }
        }
        for (Field field : changed.values()) {
            field.writeTo(header);
        }
        for (RawField field : sameBody ? root.headers.fields() : List.<RawField>of()) {
            if (isOfBody(field.name().toLowerCase(Locale.ROOT))) {
                header.raw(field.name(), field.value());
            }
        }
    }

    private static boolean isOfBody(String name) {
        return name.equals("mime-version")
                || name.equals("content-type")
                || name.equals("content-transfer-encoding")
                || name.equals("content-disposition")
                || name.equals("content-id");
    }

    @FunctionalInterface
    private interface Field {
        void writeTo(HeaderWriter header) throws IOException;
    }

    private record Kept(String name, Field field) {
        void writeTo(HeaderWriter header) throws IOException {
            field.writeTo(header);
        }
    }

    /** Those of the model; byte for byte where they came so. */
    private List<Kept> kept(Entity root) {
        List<RawField> came = new ArrayList<>(root.headers.fields());
        List<Kept> kept = new ArrayList<>();
        for (var field : message.headers()) {
            int at = 0;
            while (at < came.size()
                    && !(came.get(at).name().equals(field.name())
                            && HeaderText.decode(came.get(at).value()).equals(field.value()))) {
                at++;
            }
            if (at < came.size()) {
                RawField same = came.remove(at);
                kept.add(new Kept(field.name(), header -> header.raw(same.name(), same.value())));
            } else {
                kept.add(new Kept(field.name(), header -> header.text(field.name(), field.value())));
            }
        }
        return kept;
    }

    private Map<String, Field> changed() {
        Map<String, Field> changed = new LinkedHashMap<>();
        if (!message.subject().equals(read.subject())) {
            changed.put("subject", header -> header.text("Subject", message.subject()));
        }
        if (!message.to().equals(read.to())) {
            changed.put("to", header -> header.addresses("To", message.to()));
        }
        if (!message.cc().equals(read.cc())) {
            changed.put("cc", header -> header.addresses("Cc", message.cc()));
        }
        if (!message.replyTo().equals(read.replyTo())) {
            changed.put("reply-to", header -> header.addresses("Reply-To", message.replyTo()));
        }
        if (!Objects.equals(message.from(), read.from()) && message.from() != null) {
            changed.put("from", header -> header.addresses("From", List.of(Objects.requireNonNull(message.from()))));
        }
        return changed;
    }
}
