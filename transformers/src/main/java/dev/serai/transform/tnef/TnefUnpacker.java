package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.InlineReferences;
import dev.serai.text.JoinedText;
import dev.serai.transform.Scratch;
import dev.serai.transform.ScratchBytes;
import dev.serai.transform.TransformContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was found in a winmail.dat into the message. Its bytes go to the scratch, one file after the other; what there
 * is no room for stays closed.
 */
final class TnefUnpacker {
    private static final String NAME = "winmail.dat";
    private static final String TYPE = "application/ms-tnef";
    private static final String NO_ROOM =
            "A winmail.dat holds more than may be made of one mail; the rest stays in it.";

    private final MailMessage outer;
    private final MailMessageBuilder builder;
    private final Scratch scratch;
    private final Level level = new Level(0, new MemoryLeft(), this::warn);
    private final JoinedText text;
    private @Nullable String html;
    private int number;
    private int files;
    private boolean tookBody;
    private boolean full;
    private final Deque<Attachment> waiting = new ArrayDeque<>();

    TnefUnpacker(MailMessage message, TransformContext context) {
        outer = message;
        scratch = context.scratch();
        builder = message.toBuilder();
        text = new JoinedText(message.text(), context.reader().longestText());
        html = message.html();
        number = message.attachments().size();
    }

    /** A text that turned out to be a winmail.dat is an attachment, and nothing to read. */
    void attach(MailPart part) {
        builder.replacePart(part, part.as(PartRole.ATTACHMENT))
                .addAttachment(
                        new Attachment(number++, NAME, TYPE, part.size(), false, null, part.sha256(), part.content()));
        text.clear();
    }

    void unpack(Content winmail) throws IOException {
        long before = level.memory().left();
        unpack(TnefReader.read(winmail, level.memory()));
        level.memory().backTo(before);
    }

    private void unpack(TnefMessage message) throws IOException {
        warnAbout(message);
        fillEnvelope(TnefEnvelope.of(message));
        takeBody(TnefBody.of(message));
        InlineReferences inline = new InlineReferences(html);
        for (TnefFile file : message.files) {
            long before = level.memory().left();
            add(UnpackedFile.of(message, file, number + 1, level), inline);
            level.memory().backTo(before);
        }
        String calendar = About.of(message).map(About::calendar).orElse(null);
        if (calendar != null) {
            TnefPart part = TnefPart.of(calendar.getBytes(StandardCharsets.UTF_8));
            add(new UnpackedFile("invite.ics", "text/calendar", null, part, null), inline);
        }
    }

    void warn(String sentence) {
        builder.addWarning(sentence);
    }

    MailMessage message() {
        return builder.text(text.toString()).build();
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
        if (!body.text().isBlank() && !SameText.says(text.toString(), body.text())) {
            if (!text.add(body.text())) {
                warn("The texts of the mail are long; of a winmail.dat's only the start was added to the text.");
            }
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
        if (bytes.length > scratch.left()) {
            warn(NO_ROOM);
            return;
        }
        ScratchBytes kept = scratch.write(out -> out.write(bytes));
        builder.addPart(new MailPart(type, kept.size(), role, kept.sha256(), kept));
    }

    private void add(UnpackedFile file, InlineReferences inline) throws IOException {
        if (files >= TnefReader.MOST_FILES || file.part().size() > scratch.left()) {
            warn(NO_ROOM);
        } else if (file.message() != null && full) {
            add(file.closed(), inline);
        } else {
            keep(file, inline);
        }
    }

    private void keep(UnpackedFile file, InlineReferences inline) throws IOException {
        try {
            attach(file, scratch.write(out -> file.writeTo(out, level)), inline);
        } catch (Scratch.Full tooMuch) {
            full = true;
            warn("A message in a winmail.dat is more than may be made of one mail; it is attached as it is.");
            add(file.closed(), inline);
        }
    }

    private void attach(UnpackedFile file, ScratchBytes kept, InlineReferences inline) {
        String id = file.contentId();
        builder.addPart(new MailPart(file.type(), kept.size(), PartRole.ATTACHMENT, kept.sha256(), kept));
        Attachment attachment = new Attachment(
                number, file.name(), file.type(), kept.size(), inline.contains(id), id, kept.sha256(), kept);
        builder.addAttachment(attachment);
        if (file.message() == null && file.part().isTnef()) {
            waiting.add(attachment);
        }
        number++;
        files++;
    }
}
