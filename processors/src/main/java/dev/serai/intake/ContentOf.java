package dev.serai.intake;

import dev.serai.interaction.AttachmentInfo;
import dev.serai.interaction.BounceInfo;
import dev.serai.interaction.Content;
import dev.serai.interaction.Party;
import dev.serai.kind.Bounce;
import dev.serai.kind.Classification;
import dev.serai.message.Attachment;
import dev.serai.message.MailAddress;
import dev.serai.message.MailMessage;
import dev.serai.text.NewText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A mail as the content of an interaction. */
final class ContentOf {
    /** Characters of text that are kept; the raw mail has all of it, but for text that a transformer made. */
    static final int TEXT_LIMIT = 500_000;

    private static final int HEADER_LIMIT = 1 << 16;

    private ContentOf() {}

    /** @param read what the bytes say that are kept, before transformers changed the message */
    static Content mail(MailMessage mail, MailMessage read, Classification classification, NewText parts) {
        return new Content(
                classification.kind().word(),
                mail.subject(),
                party(mail.from()),
                parties(mail.to()),
                parties(mail.cc()),
                List.of(),
                parties(mail.replyTo()),
                mail.messageId(),
                mail.inReplyTo(),
                mail.references(),
                mail.date() == null ? null : mail.date().toString(),
                clip(mail.text(), TEXT_LIMIT),
                parts.isWhole() ? null : clip(parts.text(), TEXT_LIMIT),
                headers(mail),
                mail.attachments().stream().map(ContentOf::info).toList(),
                bounce(classification.bounce()),
                classification.automaticAnswerAllowed(),
                classification.automaticAnswerAllowed() ? "" : classification.automaticAnswerReason(),
                warnings(mail, read));
    }

    private static List<String> warnings(MailMessage mail, MailMessage read) {
        List<String> warnings = new ArrayList<>(mail.warnings());
        if (mail.text().length() > TEXT_LIMIT) {
            warnings.add(
                    "The text has " + mail.text().length() + " characters; the first " + TEXT_LIMIT + " were kept, "
                            + (mail.text().equals(read.text())
                                    ? "the raw mail has all."
                                    : "a transformer made it, so the rest is only in what it was made from."));
        }
        return warnings;
    }

    static String clip(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit);
    }

    private static String headers(MailMessage mail) {
        return clip(
                mail.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .collect(Collectors.joining("\n")),
                HEADER_LIMIT);
    }

    private static AttachmentInfo info(Attachment attachment) {
        return new AttachmentInfo(
                attachment.name(),
                attachment.contentType(),
                attachment.size(),
                attachment.inline(),
                attachment.contentId(),
                attachment.sha256());
    }

    private static @Nullable BounceInfo bounce(@Nullable Bounce bounce) {
        if (bounce == null) {
            return null;
        }
        return new BounceInfo(
                bounce.originalMessageId(),
                bounce.recipients().stream()
                        .map(one -> new BounceInfo.Recipient(
                                one.address(), one.action(), one.status(), one.diagnostic(), one.original()))
                        .toList(),
                bounce.otherIds());
    }

    private static @Nullable Party party(@Nullable MailAddress address) {
        return address == null ? null : new Party(address.name(), address.address());
    }

    private static List<Party> parties(List<MailAddress> addresses) {
        return addresses.stream()
                .map(address -> new Party(address.name(), address.address()))
                .toList();
    }
}
