package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an interaction says: the fields of its mail, or what a submit gave. Names as in `try --json`.
 *
 * @param kind message, auto-reply, delivery-failure, delivery-report or disposition
 * @param bcc of outbound mail only; never written into a header
 * @param date the Date header as RFC 3339 text; informative only
 * @param newText what the text says apart from quoted mail and signature; null where that is all of it
 * @param headers the raw header block, capped at 64 KiB; what header screening reads
 * @param answerable whether automatic mail may answer it at all (RFC 3834 section 2)
 * @param answerableReason why not, in words; empty where it may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Content(
        String kind,
        @Nullable String subject,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        List<Party> bcc,
        List<Party> replyTo,
        @Nullable String messageId,
        @Nullable String inReplyTo,
        List<String> references,
        @Nullable String date,
        String text,
        @Nullable String newText,
        String headers,
        List<AttachmentInfo> attachments,
        @Nullable BounceInfo bounce,
        boolean answerable,
        String answerableReason,
        List<String> warnings) {

    public Content {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        replyTo = List.copyOf(replyTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
    }

    /** Content that no mail was read for: a submit without one, or a mail before its intake. */
    public static Content none() {
        return ofSubject(null);
    }

    /** The same with further warnings, each once. */
    public Content warned(List<String> further) {
        Set<String> all = new LinkedHashSet<>(further);
        all.addAll(warnings);
        return new Content(
                kind,
                subject,
                from,
                to,
                cc,
                bcc,
                replyTo,
                messageId,
                inReplyTo,
                references,
                date,
                text,
                newText,
                headers,
                attachments,
                bounce,
                answerable,
                answerableReason,
                List.copyOf(all));
    }

    public static Content ofSubject(@Nullable String subject) {
        return new Content(
                "message", subject, null, List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, "",
                null, "", List.of(), null, true, "", List.of());
    }
}
