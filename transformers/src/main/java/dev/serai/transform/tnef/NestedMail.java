package dev.serai.transform.tnef;

import dev.serai.message.Content;
import dev.serai.message.MailAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a message that was inside a winmail.dat as MIME: its header as it came or from its properties, its text, its
 * HTML, its files. Everything is ASCII; files go from the winmail.dat to where it is written, messages within it are read
 * when their turn comes.
 */
final class NestedMail {
    private final TnefMessage message;
    private final Level level;
    private final String boundary;
    private final OutputStream out;

    private NestedMail(TnefMessage message, Level level, OutputStream out) {
        this.message = message;
        this.level = level;
        this.out = out;
        boundary = "=_serai-tnef-" + level.depth();
    }

    /** @param level of this message, from 1 */
    static void write(TnefMessage message, Level level, OutputStream out) throws IOException {
        new NestedMail(message, level, out).write();
    }

    private void write() throws IOException {
        String calendar = About.of(message).map(About::calendar).orElse(null);
        add(header());
        if (message.files.isEmpty() && calendar == null) {
            body();
            return;
        }
        add("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n");
        body();
        files();
        if (calendar != null) {
            TnefPart part = TnefPart.of(calendar.getBytes(StandardCharsets.UTF_8));
            file(new UnpackedFile("invite.ics", "text/calendar", null, part, null));
        }
        add("\r\n--" + boundary + "--\r\n");
    }

    private void files() throws IOException {
        int number = 0;
        for (TnefFile file : message.files) {
            long before = level.memory().left();
            file(UnpackedFile.of(message, file, ++number, level));
            level.memory().backTo(before);
        }
    }

    private String header() {
        TnefEnvelope envelope = TnefEnvelope.of(message);
        TransportHeaders came = TransportHeaders.of(message.text(Tag.TRANSPORT_HEADERS));
        HeaderWriter header = new HeaderWriter();
        MailAddress from = envelope.from();
        if (!came.has("From") && from != null) {
            header.addresses("From", List.of(from));
        }
        if (!came.has("To")) {
            header.addresses("To", envelope.to());
        }
        if (!came.has("Cc")) {
            header.addresses("Cc", envelope.cc());
        }
        if (!came.has("Subject")) {
            header.text("Subject", envelope.subject());
        }
        if (!came.has("Date")) {
            header.date(envelope.date());
        }
        ids(header, envelope, came);
        return came + header.raw("MIME-Version", "1.0").toString();
    }

    private void ids(HeaderWriter header, TnefEnvelope envelope, TransportHeaders came) {
        if (!came.has("Message-ID")) {
            header.text("Message-ID", envelope.messageId());
        }
        if (!came.has("In-Reply-To")) {
            header.text("In-Reply-To", message.text(Tag.IN_REPLY_TO));
        }
        if (!came.has("References")) {
            header.text("References", message.text(Tag.REFERENCES));
        }
    }

    private void body() throws IOException {
        TnefBody body = TnefBody.of(message);
        String html = body.html();
        if (html == null) {
            text("text/plain", body.text());
            return;
        }
        String inner = boundary + "-body";
        add("Content-Type: multipart/alternative; boundary=\"" + inner + "\"\r\n\r\n--" + inner + "\r\n");
        text("text/plain", body.text());
        add("\r\n--" + inner + "\r\n");
        text("text/html", html);
        add("\r\n--" + inner + "--\r\n");
    }

    private void text(String type, String text) throws IOException {
        add("Content-Type: " + type + "; charset=utf-8\r\n");
        base64(Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void file(UnpackedFile file) throws IOException {
        boolean written = file.message() != null;
        String type = file.type().startsWith("message/") && !written ? "application/octet-stream" : file.type();
        add("\r\n--" + boundary + "\r\n");
        add(new HeaderWriter().file(type, file.name(), file.contentId()).toString());
        if (written) {
            add("\r\n");
            file.writeTo(out, level);
        } else {
            base64(file.part().content());
        }
    }

    private void base64(Content content) throws IOException {
        add("Content-Transfer-Encoding: base64\r\n\r\n");
        try (InputStream in = new Base64Lines(content.open())) {
            in.transferTo(out);
        }
    }

    private void add(String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
}
