package dev.serai.message;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, apart from how it was encoded. Immutable; no member is null unless marked.
 *
 * @param subject decoded, on one line; empty where there is none
 * @param from the first author; null where there is none that can be read
 * @param to the primary recipients, groups dissolved
 * @param cc the carbon copies, groups dissolved
 * @param replyTo where answers are to go; empty where the sender did not say
 * @param messageId with its angle brackets; null where there is none
 * @param inReplyTo the first id of In-Reply-To with its angle brackets; null where there is none
 * @param references the ids of References, oldest first, each with its angle brackets
 * @param date what the sender's clock said: informative only; null where missing or impossible
 * @param headers the fields of the top level in their order, within the reader's limits
 * @param rawHeaders the header block as it came, one char per byte, within the reader's limits: for screening
 * @param text the plain body, from HTML where there is no plain part; lines end with LF, no NUL, capped
 * @param html the HTML body; null where there is none; capped
 * @param parts every leaf in order
 * @param attachments every leaf that is not the text, its alternative or a report
 * @param warnings what was odd about the mail, one sentence each
 */
public record MailMessage(
        String subject,
        @Nullable MailAddress from,
        List<MailAddress> to,
        List<MailAddress> cc,
        List<MailAddress> replyTo,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable OffsetDateTime date,
        List<MailHeader> headers,
        String rawHeaders,
        String text,
        @Nullable String html,
        List<MailPart> parts,
        List<Attachment> attachments,
        List<String> warnings) {

    public MailMessage {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        replyTo = List.copyOf(replyTo);
        references = List.copyOf(references);
        headers = List.copyOf(headers);
        parts = List.copyOf(parts);
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
    }

    /** An empty message to fill. */
    public static MailMessageBuilder builder() {
        return new MailMessageBuilder();
    }

    /** This message to change. */
    public MailMessageBuilder toBuilder() {
        return new MailMessageBuilder(this);
    }

    /** The first value of a header, by its name in any letter case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MailHeader::value)
                .findFirst();
    }

    /** All values of a header in their order, by its name in any letter case. */
    public List<String> headerValues(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(MailHeader::value)
                .toList();
    }
}
