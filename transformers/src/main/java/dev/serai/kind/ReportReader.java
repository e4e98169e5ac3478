package dev.serai.kind;

import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import dev.serai.mime.MessageIds;
import dev.serai.mime.MimeReader;
import dev.serai.mime.RawSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the machine-readable parts of a report. */
final class ReportReader {
    private static final int LONGEST = 256 << 10;
    private static final Set<String> STATUS = Set.of("message/delivery-status", "message/global-delivery-status");
    private static final Set<String> DISPOSITION =
            Set.of("message/disposition-notification", "message/global-disposition-notification");
    private static final Set<String> RETURNED =
            Set.of("message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers");

    private final MailMessage message;

    ReportReader(MailMessage message) {
        this.message = message;
    }

    /** Whether there is news of a delivery (RFC 3464). */
    boolean hasStatus() {
        return has(STATUS);
    }

    /** Whether there is news of what became of a mail (RFC 8098). */
    boolean hasDisposition() {
        return has(DISPOSITION);
    }

    /** The recipients that a delivery status names, with what became of each. */
    List<BounceRecipient> recipients() {
        List<BounceRecipient> recipients = new ArrayList<>();
        for (ReportFields fields : fields(STATUS)) {
            String address = address(fields);
            if (address != null) {
                recipients.add(new BounceRecipient(address, action(fields), status(fields)));
            }
        }
        return recipients;
    }

    /** The one recipient that a disposition notification speaks for. */
    List<BounceRecipient> dispositions() {
        List<BounceRecipient> recipients = new ArrayList<>();
        for (ReportFields fields : fields(DISPOSITION)) {
            String address = address(fields);
            String disposition = fields.typed("disposition");
            if (address != null) {
                String action = disposition == null ? null : lower(disposition.split("[/,]", 2)[0].strip());
                recipients.add(new BounceRecipient(address, action, null));
            }
        }
        return recipients;
    }

    /** The Message-ID of the mail that the report speaks of: as said in the report, or of the mail returned with it. */
    @Nullable
    String originalMessageId() {
        for (ReportFields fields : fields(DISPOSITION)) {
            String id = MessageIds.first(fields.get("original-message-id"));
            if (id != null) {
                return id;
            }
        }
        for (ReportFields fields : fields(STATUS)) {
            String id = MessageIds.first(fields.get("x-original-message-id"));
            if (id != null) {
                return id;
            }
        }
        return returnedMessageId();
    }

    /** The Message-ID of the mail or of the headers that came back; null where nothing came back. */
    @Nullable
    String returnedMessageId() {
        for (MailPart part : message.parts()) {
            if (RETURNED.contains(part.contentType())) {
                String id = read(part).messageId();
                if (id != null) {
                    return id;
                }
            }
        }
        return null;
    }

    private boolean has(Set<String> types) {
        return message.parts().stream().anyMatch(part -> types.contains(part.contentType()));
    }

    private List<ReportFields> fields(Set<String> types) {
        return message.parts().stream()
                .filter(part -> types.contains(part.contentType()))
                .flatMap(part -> ReportFields.parse(new String(head(part), StandardCharsets.UTF_8)).stream())
                .toList();
    }

    private static @Nullable String address(ReportFields fields) {
        String last = fields.typed("final-recipient");
        String address = last == null || last.isEmpty() ? fields.typed("original-recipient") : last;
        String bare = address == null ? "" : address.replaceAll("[<>\\s]", "");
        return bare.isEmpty() ? null : bare;
    }

    /** Some servers leave the action out; then the class of the status tells it (RFC 3463 section 3.1). */
    private static @Nullable String action(ReportFields fields) {
        String action = fields.typed("action");
        String status = status(fields);
        if (action != null && !action.isEmpty()) {
            return lower(action);
        }
        if (status == null) {
            return null;
        }
        return status.startsWith("5") ? "failed" : status.startsWith("4") ? "delayed" : "delivered";
    }

    private static @Nullable String status(ReportFields fields) {
        String status = fields.typed("status");
        return status == null || status.isEmpty() ? null : status.split("\\s", 2)[0];
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static MailMessage read(MailPart part) {
        try {
            return new MimeReader().read(RawSource.of(head(part)));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    private static byte[] head(MailPart part) {
        try (InputStream in = part.content().open()) {
            return in.readNBytes(LONGEST);
        } catch (IOException e) {
            throw new UncheckedIOException("The part of a report could not be read.", e);
        }
    }
}
