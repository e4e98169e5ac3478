package dev.serai.transform.tnef;

import dev.serai.message.Attachment;
import dev.serai.message.Content;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.mime.FileNames;
import dev.serai.mime.InlineReferences;
import dev.serai.mime.RawDigest;
import dev.serai.mime.RawSource;
import dev.serai.text.HtmlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts what was found in a winmail.dat into the message. */
final class TnefUnpacker {
    private final MailMessageBuilder builder;
    private boolean hasText;
    private @Nullable String html;
    private int number;
    private int files;
    private boolean tookBody;

    TnefUnpacker(MailMessage message) {
        builder = message.toBuilder();
        hasText = !message.text().isBlank();
        html = message.html();
        number = message.attachments().size();
    }

    void unpack(TnefContent content) throws IOException {
        if (content.damaged) {
            warn("A winmail.dat is damaged; what could be read was taken.");
        }
        if (content.skipped) {
            warn("Something in a winmail.dat is longer than " + TnefReader.LONGEST + " bytes; it was left out.");
        }
        if (!hasText) {
            takeBody(content);
        }
        InlineReferences inline = new InlineReferences(html);
        for (TnefFile file : content.files) {
            addFile(file, inline);
        }
    }

    void warn(String sentence) {
        builder.addWarning(sentence);
    }

    MailMessage message() {
        return builder.build();
    }

    /** What was done, as a sentence. */
    String summary() {
        return "Opened winmail.dat: " + files + (files == 1 ? " file" : " files") + (tookBody ? " and the text." : ".");
    }

    private void takeBody(TnefContent content) throws IOException {
        RtfReader rtf = content.rtf == null ? null : RtfReader.read(content.rtf);
        String page = content.html == null && rtf != null && rtf.isHtml() ? rtf.text() : content.html;
        String plain = content.plain == null && rtf != null && !rtf.isHtml() ? rtf.text() : content.plain;
        String text = plain == null && page != null ? HtmlText.of(page) : plain;
        if (text == null || text.isBlank()) {
            return;
        }
        builder.text(text);
        addPart("text/plain", text, PartRole.TEXT);
        if (page != null && html == null) {
            html = page;
            builder.html(page);
            addPart("text/html", page, PartRole.ALTERNATIVE);
        }
        hasText = true;
        tookBody = true;
    }

    private void addPart(String type, String text, PartRole role) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String digest = RawDigest.of(RawSource.of(bytes));
        builder.addPart(new MailPart(type, bytes.length, role, digest, Content.of(bytes)));
    }

    private void addFile(TnefFile file, InlineReferences inline) {
        TnefPart data = file.data;
        if (data == null) {
            warn("A file in a winmail.dat has no content.");
            return;
        }
        number++;
        files++;
        String type = type(file);
        String name = name(file, type);
        String id = file.contentId;
        builder.addPart(new MailPart(type, data.size(), PartRole.ATTACHMENT, data.sha256(), data.content()));
        builder.addAttachment(new Attachment(
                number - 1, name, type, data.size(), inline.contains(id), id, data.sha256(), data.content()));
    }

    /** A message inside keeps its Outlook form, since there is no loss-free way out of it. */
    private String type(TnefFile file) {
        if (file.nestedMessage) {
            warn("A winmail.dat holds a message in Outlook's own form; it is attached as it is.");
            return "application/ms-tnef";
        }
        String name = file.name();
        String said = file.contentType == null ? "" : file.contentType.strip().toLowerCase(Locale.ROOT);
        return said.matches("[\\w!#$&^.+-]+/[\\w!#$&^.+-]+") ? said : FileNames.typeOf(name == null ? "" : name);
    }

    private String name(TnefFile file, String type) {
        String name = FileNames.of(file.name(), type, number);
        return file.nestedMessage && !name.endsWith(".dat") ? name + ".dat" : name;
    }
}
