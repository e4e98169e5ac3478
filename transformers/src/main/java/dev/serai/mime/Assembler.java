package dev.serai.mime;

import dev.serai.message.Attachment;
import dev.serai.message.MailMessage;
import dev.serai.message.MailMessageBuilder;
import dev.serai.message.MailPart;
import dev.serai.message.PartRole;
import dev.serai.text.CalendarText;
import dev.serai.text.HtmlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the message out of the structure that was found: decodes each leaf once, takes the bodies on the way. */
final class Assembler {
    private static final int HEAD = 8 << 10;

    private final RawSource source;
    private final ReadLimits limits;
    private final CharsetAdvice advice;
    private final MailMessageBuilder message = MailMessage.builder();
    private final List<Entity> files = new ArrayList<>();
    private final List<MailPart> fileParts = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String html;
    private @Nullable String calendar;

    private Assembler(RawSource source, ReadLimits limits, CharsetAdvice advice) {
        this.source = source;
        this.limits = limits;
        this.advice = advice;
    }

    /** @param mail whether it is to say who wrote it */
    static MailMessage read(RawSource source, ReadLimits limits, CharsetAdvice advice, boolean mail)
            throws IOException {
        return new Assembler(source, limits, advice).run(mail);
    }

    private MailMessage run(boolean mail) throws IOException {
        if (Wrapper.isTnef(source)) {
            return Wrapper.ofTnef(source);
        }
        Entity root = Splitter.split(source, limits, message::addWarning);
        if (root.headers.fields().isEmpty() && hasNul()) {
            return Wrapper.of(source, limits, "This is no mail: it has no header and its content is binary.");
        }
        BodyFinder bodies = BodyFinder.of(root);
        Charset said = bodies.charset(advice);
        Charset assumed = said == null ? advice.assumed() : said;
        EnvelopeReader.read(root.headers, message, mail ? message::addWarning : sentence -> {}, assumed);
        for (Entity leaf : bodies.leaves()) {
            leaf(leaf, bodies);
        }
        message.html(html).text(text());
        attach();
        return message.build();
    }

    private boolean hasNul() throws IOException {
        try (InputStream in = source.open(0, HEAD)) {
            for (byte b : in.readAllBytes()) {
                if (b == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private void leaf(Entity leaf, BodyFinder bodies) throws IOException {
        TransferEncoding encoding = leaf.encoding();
        warnAbout(leaf, encoding);
        RangeContent content = new RangeContent(source, leaf.bodyFrom, leaf.bodyTo - leaf.bodyFrom, encoding);
        boolean body = leaf == bodies.plain() || leaf == bodies.html() || leaf.is("text/calendar");
        LeafContent read = LeafContent.read(content, body ? limits.textBytes() : 0);
        MailPart part = new MailPart(
                leaf.contentType(),
                read.size(),
                bodies.roleOf(leaf),
                read.sha256(),
                content.beginningWith(read.beginning()));
        message.addPart(part);
        if (part.role() == PartRole.ATTACHMENT) {
            files.add(leaf);
            fileParts.add(part);
        }
        if (body) {
            keepText(leaf, read, bodies);
        }
    }

    private void keepText(Entity leaf, LeafContent read, BodyFinder bodies) {
        String text = LeafText.of(leaf, read, advice, message::addWarning);
        if (leaf == bodies.plain()) {
            plain = leaf.is("text/enriched") || leaf.is("text/richtext") ? HtmlText.of(text) : text;
        } else if (leaf == bodies.html()) {
            html = text;
        } else if (calendar == null) {
            calendar = text;
        }
    }

    private void warnAbout(Entity leaf, TransferEncoding encoding) {
        if (encoding == TransferEncoding.UNKNOWN) {
            message.addWarning("The transfer encoding of a part is unknown; it was taken as it is.");
        }
        if (leaf.isMultipart()) {
            message.addWarning("A " + leaf.contentType() + " has no parts that can be found; it was read as one part.");
        }
    }

    private String text() {
        if (plain != null && (!plain.isBlank() || html == null)) {
            return plain;
        }
        if (html != null) {
            if (HtmlText.isCut(html)) {
                message.addWarning("The HTML is too long; only the text of its start was read.");
            }
            return HtmlText.of(html);
        }
        return calendar == null ? "" : CalendarText.of(calendar);
    }

    private void attach() {
        InlineReferences inline = new InlineReferences(html);
        for (int i = 0; i < files.size(); i++) {
            Entity leaf = files.get(i);
            MailPart part = fileParts.get(i);
            String contentId = MessageIds.bare(leaf.headers.first("Content-ID"));
            message.addAttachment(new Attachment(
                    i,
                    FileNames.of(leaf.anyName(), part.contentType(), i + 1),
                    part.contentType(),
                    part.size(),
                    inline.contains(contentId),
                    contentId,
                    part.sha256(),
                    part.content()));
        }
    }
}
