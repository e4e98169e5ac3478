package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.InlineReferences;
import dev.serai.mime.RawDigest;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was found in a winmail.dat into the message. */
final class TnefUnpacker {
    private static final String NAME = "winmail.dat";
    private static final String TYPE = "application/ms-tnef";

    private final MailMessage outer;
    private final MailMessageBuilder builder;
    private String text;
    private @Nullable String html;
    private int number;
    private int files;
    private boolean tookBody;
    private final Deque<Attachment> waiting = new ArrayDeque<>();

    TnefUnpacker(MailMessage message) {
        outer = message;
        builder = message.toBuilder();
        text = message.text();
        html = message.html();
        number = message.attachments().size();
    }

    /** A text that turned out to be a winmail.dat is an attachment, and nothing to read. */
    void attach(MailPart part) {
        builder.replacePart(part, part.as(PartRole.ATTACHMENT))
                .addAttachment(
                        new Attachment(number++, NAME, TYPE, part.size(), false, null, part.sha256(), part.content()))
                .text("");
        text = "";
    }

    void unpack(TnefMessage message) throws IOException {
        warnAbout(message);
        fillEnvelope(TnefEnvelope.of(message));
        takeBody(TnefBody.of(message));
        InlineReferences inline = new InlineReferences(html);
        for (TnefFile file : message.files) {
            add(UnpackedFile.of(message, file, number + 1, 0, this::warn), inline);
        }
        String calendar = About.of(message).map(About::calendar).orElse(null);
        if (calendar != null) {
            TnefPart part = TnefPart.of(calendar.getBytes(StandardCharsets.UTF_8));
            add(new UnpackedFile("invite.ics", "text/calendar", null, part.content(), part), inline);
        }
    }

    void warn(String sentence) {
        builder.addWarning(sentence);
    }

    MailMessage message() {
        return builder.build();
    }

    /** The next file out of a winmail.dat that is one again; null where there is none left. */
    @Nullable
    Attachment next() {
        return waiting.poll();
    }

    /** What was done, as a sentence. */
    String summary() {
        return "Opened winmail.dat: " + files + (files == 1 ? " file" : " files") + (tookBody ? " and the text." : ".");
    }

    private void warnAbout(TnefMessage message) {
        if (message.damaged) {
            warn("A winmail.dat is damaged; what could be read was taken.");
        }
        if (message.checksumWrong) {
            warn("A checksum in a winmail.dat is wrong; it was read all the same.");
        }
        if (message.skipped) {
            warn("Something in a winmail.dat is too long or too many; it was left out.");
        }
    }

    /** What the mail says itself is not touched. */
    private void fillEnvelope(TnefEnvelope inside) {
        String subject = inside.subject();
        if (outer.subject().isBlank() && subject != null) {
            builder.subject(subject);
        }
        MailAddress from = inside.from();
        if (outer.from() == null && from != null && !from.address().isEmpty()) {
            builder.from(from);
        }
        if (outer.to().isEmpty() && outer.cc().isEmpty()) {
            builder.to(withAddress(inside.to())).cc(withAddress(inside.cc()));
        }
        if (outer.date() == null) {
            builder.date(inside.date());
        }
        if (outer.messageId() == null) {
            builder.messageId(inside.messageId());
        }
    }

    private static List<MailAddress> withAddress(List<MailAddress> addresses) {
        return addresses.stream().filter(one -> !one.address().isEmpty()).toList();
    }

    private void takeBody(TnefBody body) throws IOException {
        if (!body.text().isBlank() && !SameText.says(text, body.text())) {
            text = text.isBlank() ? body.text() : text.stripTrailing() + "\n\n" + body.text();
            builder.text(text);
            addPart("text/plain", body.text(), PartRole.TEXT);
            tookBody = true;
        }
        String page = body.html();
        if (page != null && html == null) {
            html = page;
            builder.html(page);
            addPart("text/html", page, PartRole.ALTERNATIVE);
            tookBody = true;
        }
    }

    private void addPart(String type, String content, PartRole role) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String digest = RawDigest.of(RawSource.of(bytes));
        builder.addPart(new MailPart(type, bytes.length, role, digest, Content.of(bytes)));
    }

    private void add(UnpackedFile file, InlineReferences inline) throws IOException {
        TnefPart measured = file.measured();
        TnefPart part = measured == null ? TnefPart.made(file.content()) : measured;
        String id = file.contentId();
        builder.addPart(new MailPart(file.type(), part.size(), PartRole.ATTACHMENT, part.sha256(), part.content()));
        Attachment attachment = new Attachment(
                number, file.name(), file.type(), part.size(), inline.contains(id), id, part.sha256(), part.content());
        builder.addAttachment(attachment);
        if (part.isTnef()) {
            waiting.add(attachment);
        }
        number++;
        files++;
    }
}
