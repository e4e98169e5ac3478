package dev.serai.mime;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.apache.james.mime4j.codec.QuotedPrintableOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the text, its HTML and the attachments of a message as MIME parts, from Content-Type on. */
final class BodyWriter {
    private static final String TYPE = "[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+";

    private final MailMessage message;
    private final OutputStream out;

    BodyWriter(MailMessage message, OutputStream out) {
        this.message = message;
        this.out = out;
    }

    /** Something that is written as a part. */
    @FunctionalInterface
    private interface Node {
        void write() throws IOException;
    }

    void write() throws IOException {
        List<Node> nodes = new ArrayList<>();
        nodes.add(related());
        message.parts().stream()
                .filter(part -> part.role() == PartRole.REPORT)
                .forEach(part -> nodes.add(() -> file(part.contentType(), "", part.content())));
        message.attachments().stream()
                .filter(attachment -> !isShown(attachment))
                .forEach(attachment -> nodes.add(() -> attachment(attachment)));
        multipart("mixed", nodes).write();
    }

    private boolean isShown(Attachment attachment) {
        return attachment.inline() && attachment.contentId() != null && message.html() != null;
    }

    private Node related() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(alternative());
        message.attachments().stream()
                .filter(this::isShown)
                .forEach(attachment -> nodes.add(() -> attachment(attachment)));
        return multipart("related", nodes);
    }

    private Node alternative() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(() -> text("plain", message.text()));
        String html = message.html();
        if (html != null) {
            nodes.add(() -> text("html", html));
        }
        message.parts().stream()
                .filter(BodyWriter::isOther)
                .forEach(part -> nodes.add(() -> file(part.contentType(), "", part.content())));
        return multipart("alternative", nodes);
    }

    /** The body in a format that the message has no member for, such as a calendar. */
    private static boolean isOther(MailPart part) {
        return part.role() == PartRole.ALTERNATIVE
                && !part.contentType().equals("text/html")
                && !part.contentType().equals("text/plain");
    }

    /** One node by itself, several in a multipart. */
    private Node multipart(String subtype, List<Node> nodes) {
        return nodes.size() == 1
                ? nodes.get(0)
                : () -> {
                    String boundary = "=_" + UUID.randomUUID();
                    line("Content-Type: multipart/" + subtype + "; boundary=\"" + boundary + "\"");
                    for (Node node : nodes) {
                        line("");
                        line("--" + boundary);
                        node.write();
                    }
                    line("");
                    line("--" + boundary + "--");
                };
    }

    private void text(String subtype, String text) throws IOException {
        line("Content-Type: text/" + subtype + "; charset=UTF-8");
        line("Content-Transfer-Encoding: quoted-printable");
        line("");
        byte[] bytes = text.replaceAll("\r\n|\r|\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream encoder = new QuotedPrintableOutputStream(new Unclosed(out), false)) {
            encoder.write(bytes);
        }
    }

    private void attachment(Attachment attachment) throws IOException {
        String disposition = "Content-Disposition: " + (isShown(attachment) ? "inline" : "attachment")
                + HeaderWriter.fileName(attachment.name());
        file(attachment.contentType(), disposition + id(attachment.contentId()), attachment.content());
    }

    private static String id(@Nullable String contentId) {
        return contentId == null ? "" : "\r\nContent-ID: <" + contentId.replaceAll("[^!-;=?-~]", "") + ">";
    }

    private void file(String contentType, String more, Content content) throws IOException {
        line("Content-Type: " + (contentType.matches(TYPE) ? contentType : "application/octet-stream"));
        if (!more.isEmpty()) {
            line(more);
        }
        // RFC 2046 section 5.2.1: a message within a message has no encoding of its own
        boolean nested = contentType.startsWith("message/");
        line("Content-Transfer-Encoding: " + (nested ? "8bit" : "base64"));
        line("");
        try (InputStream in = content.open()) {
            if (nested) {
                in.transferTo(out);
            } else {
                base64(in);
            }
        }
    }

    private void base64(InputStream in) throws IOException {
        try (OutputStream encoder = Base64.getMimeEncoder().wrap(new Unclosed(out))) {
            in.transferTo(encoder);
        }
    }

    private void line(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The encoder ends by closing; the mail goes on. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
