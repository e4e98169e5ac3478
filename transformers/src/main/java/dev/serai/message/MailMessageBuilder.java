package dev.serai.message;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link MailMessage} together; attachments get their index here. */
public final class MailMessageBuilder {
    private String subject = "";
    private @Nullable MailAddress from;
    private List<MailAddress> to = List.of();
    private List<MailAddress> cc = List.of();
    private List<MailAddress> replyTo = List.of();
    private @Nullable String messageId;
    private @Nullable String inReplyTo;
    private List<String> references = List.of();
    private @Nullable OffsetDateTime date;
    private List<MailHeader> headers = List.of();
    private String rawHeaders = "";
    private String text = "";
    private @Nullable String html;
    private final List<MailPart> parts = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    MailMessageBuilder() {}

    MailMessageBuilder(MailMessage message) {
        subject = message.subject();
        from = message.from();
        to = message.to();
        cc = message.cc();
        replyTo = message.replyTo();
        messageId = message.messageId();
        inReplyTo = message.inReplyTo();
        references = message.references();
        date = message.date();
        headers = message.headers();
        rawHeaders = message.rawHeaders();
        text = message.text();
        html = message.html();
        parts.addAll(message.parts());
        attachments.addAll(message.attachments());
        warnings.addAll(message.warnings());
    }

    public MailMessageBuilder subject(String value) {
        subject = value;
        return this;
    }

    public MailMessageBuilder from(@Nullable MailAddress value) {
        from = value;
        return this;
    }

    public MailMessageBuilder to(List<MailAddress> value) {
        to = value;
        return this;
    }

    public MailMessageBuilder cc(List<MailAddress> value) {
        cc = value;
        return this;
    }

    public MailMessageBuilder replyTo(List<MailAddress> value) {
        replyTo = value;
        return this;
    }

    public MailMessageBuilder messageId(@Nullable String value) {
        messageId = value;
        return this;
    }

    public MailMessageBuilder inReplyTo(@Nullable String value) {
        inReplyTo = value;
        return this;
    }

    public MailMessageBuilder references(List<String> value) {
        references = value;
        return this;
    }

    public MailMessageBuilder date(@Nullable OffsetDateTime value) {
        date = value;
        return this;
    }

    /** The fields in their order, with the block that they came in. */
    public MailMessageBuilder headers(List<MailHeader> value, String rawBlock) {
        headers = value;
        rawHeaders = rawBlock;
        return this;
    }

    public MailMessageBuilder text(String value) {
        text = value;
        return this;
    }

    public MailMessageBuilder html(@Nullable String value) {
        html = value;
        return this;
    }

    public MailMessageBuilder addPart(MailPart part) {
        parts.add(part);
        return this;
    }

    /** Puts a leaf in the place of another, for transformers that give a part another role. */
    public MailMessageBuilder replacePart(MailPart old, MailPart replacement) {
        parts.replaceAll(part -> part.equals(old) ? replacement : part);
        return this;
    }

    /** Takes all leaves away, to add others. */
    public MailMessageBuilder noParts() {
        parts.clear();
        return this;
    }

    /** Adds an attachment behind the others, whatever its index said. */
    public MailMessageBuilder addAttachment(Attachment attachment) {
        attachments.add(attachment.at(attachments.size()));
        return this;
    }

    /** Takes all attachments away, to add others. */
    public MailMessageBuilder noAttachments() {
        attachments.clear();
        return this;
    }

    public MailMessageBuilder addWarning(String sentence) {
        if (!warnings.contains(sentence)) {
            warnings.add(sentence);
        }
        return this;
    }

    public MailMessageBuilder addWarnings(List<String> sentences) {
        sentences.forEach(this::addWarning);
        return this;
    }

    public MailMessage build() {
        return new MailMessage(
                subject,
                from,
                to,
                cc,
                replyTo,
                messageId,
                inReplyTo,
                references,
                date,
                headers,
                rawHeaders,
                text,
                html,
                parts,
                attachments,
                warnings);
    }
}
