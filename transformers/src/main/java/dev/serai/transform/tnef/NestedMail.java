package dev.serai.transform.tnef;

import dev.serai.message.Content;
import dev.serai.message.MailAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a message that was inside a winmail.dat as MIME: its header as it came or from its properties, its text, its
 * HTML, its files. Everything is ASCII; files are encoded while somebody reads them.
 */
final class NestedMail {
    private final TnefMessage message;
    private final Consumer<String> warnings;
    private final int depth;
    private final String boundary;
    private final Pieces mail = new Pieces();

    private NestedMail(TnefMessage message, int depth, Consumer<String> warnings) {
        this.message = message;
        this.depth = depth;
        this.warnings = warnings;
        boundary = "=_serai-tnef-" + depth;
    }

    /** @param depth of this message, from 1 */
    static Content of(TnefMessage message, int depth, Consumer<String> warnings) throws IOException {
        NestedMail nested = new NestedMail(message, depth, warnings);
        nested.write();
        return nested.mail;
    }

    private void write() throws IOException {
        TnefBody body = TnefBody.of(message);
        List<UnpackedFile> files = files();
        add(header());
        if (files.isEmpty()) {
            body(body);
            return;
        }
        add("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n");
        body(body);
        for (UnpackedFile file : files) {
            add("\r\n--" + boundary + "\r\n");
            file(file);
        }
        add("\r\n--" + boundary + "--\r\n");
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

    private List<UnpackedFile> files() throws IOException {
        List<UnpackedFile> files = new ArrayList<>();
        for (TnefFile file : message.files) {
            files.add(UnpackedFile.of(message, file, files.size() + 1, depth, warnings));
        }
        String calendar = About.of(message).map(About::calendar).orElse(null);
        if (calendar != null) {
            byte[] bytes = calendar.getBytes(StandardCharsets.UTF_8);
            files.add(new UnpackedFile("invite.ics", "text/calendar", null, Content.of(bytes), TnefPart.of(bytes)));
        }
        return files;
    }

    private void body(TnefBody body) {
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

    private void text(String type, String text) {
        add("Content-Type: " + type + "; charset=utf-8\r\n");
        base64(Content.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    private void file(UnpackedFile file) {
        TnefPart measured = file.measured();
        boolean written = measured == null;
        String type = file.type().startsWith("message/") && !written ? "application/octet-stream" : file.type();
        add(new HeaderWriter().file(type, file.name(), file.contentId()).toString());
        if (written) {
            add("\r\n");
            mail.add(file.content());
        } else {
            base64(file.content());
        }
    }

    private void base64(Content content) {
        add("Content-Transfer-Encoding: base64\r\n\r\n");
        mail.add(() -> new Base64Lines(content.open()));
    }

    private void add(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        mail.add(Content.of(bytes));
    }
}
