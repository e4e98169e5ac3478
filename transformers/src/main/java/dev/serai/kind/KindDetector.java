package dev.serai.kind;

import dev.serai.message.MailMessage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a mail is. Several signs are read, since no single one finds all: reports (RFC 3464, RFC 8098), mail that
 * a mail system returns, automatic answers (RFC 3834). Safe for several threads.
 */
public final class KindDetector {

    /** Classifies a mail without knowing which Message-IDs are ours. */
    public Classification detect(MailMessage message) {
        return detect(message, id -> false);
    }

    /**
     * Classifies a mail.
     *
     * @param isOurs whether we sent a mail with this Message-ID (with angle brackets): returned mail of ours is a
     *     bounce whoever returns it; asked only for automatic mail
     */
    public Classification detect(MailMessage message, Predicate<String> isOurs) {
        ReportReader report = new ReportReader(message);
        if (report.hasDisposition()) {
            Bounce bounce = new Bounce(report.originalMessageId(), report.dispositions());
            return of(message, Kind.DISPOSITION, "It carries a disposition notification.", bounce);
        }
        BounceSigns signs = new BounceSigns(message, report);
        if (report.hasStatus()) {
            return delivery(message, report, signs);
        }
        if (isBounce(message, report, signs, isOurs)) {
            return returned(message, signs);
        }
        String automatic = AutoReplySigns.find(message);
        return automatic == null
                ? of(message, Kind.MESSAGE, "Nothing says that it is automatic.", null)
                : of(message, Kind.AUTO_REPLY, automatic, null);
    }

    private static Classification delivery(MailMessage message, ReportReader report, BounceSigns signs) {
        List<BounceRecipient> recipients = report.recipients();
        boolean failed = recipients.stream().anyMatch(recipient -> "failed".equals(recipient.action()));
        if (recipients.isEmpty() && signs.isFromMailSystem() && !signs.speaksOfDelay()) {
            return returned(message, signs);
        }
        Bounce bounce = new Bounce(report.originalMessageId(), recipients);
        return failed
                ? of(message, Kind.DELIVERY_FAILURE, "Its delivery status names a recipient that failed.", bounce)
                : of(message, Kind.DELIVERY_REPORT, "Its delivery status names no recipient that failed.", bounce);
    }

    private static boolean isBounce(
            MailMessage message, ReportReader report, BounceSigns signs, Predicate<String> isOurs) {
        if (signs.hasFailedRecipients()) {
            return true;
        }
        if (signs.isFromMailSystem()) {
            return signs.speaksOfFailure() || signs.speaksOfDelay();
        }
        boolean automatic = Headers.hasNullReturnPath(message)
                || !Headers.word(message, "Auto-Submitted").isEmpty();
        String returned = automatic ? report.returnedMessageId() : null;
        return returned != null && isOurs.test(returned);
    }

    private static Classification returned(MailMessage message, BounceSigns signs) {
        return signs.speaksOfDelay()
                ? of(message, Kind.DELIVERY_REPORT, "A mail system says that a mail is delayed.", signs.bounce())
                : of(message, Kind.DELIVERY_FAILURE, "A mail system returns a mail.", signs.bounce());
    }

    private static Classification of(MailMessage message, Kind kind, String reason, @Nullable Bounce bounce) {
        Optional<String> refusal = AutomaticAnswer.refusal(message, kind);
        return new Classification(
                kind, reason, bounce, refusal.isEmpty(), refusal.orElse("Nothing speaks against it."));
    }
}
