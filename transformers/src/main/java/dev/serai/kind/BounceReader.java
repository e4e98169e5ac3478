package dev.serai.kind;

import dev.serai.mime.MessageIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the verdict on a mail that a machine may have written. */
final class BounceReader {
    private static final Phrases DELAY = Phrases.of("sentences-delay");
    private static final Phrases FINAL = Phrases.of("sentences-final");
    private static final Phrases SUCCESS = Phrases.of("sentences-success");
    private static final Phrases FAILURE = Phrases.of("sentences-failure");
    private static final List<String> LATE =
            List.of("delay", "could not send", "still being retried", "verzögert", "différée", "warning");

    private final MachineMail mail;

    BounceReader(MachineMail mail) {
        this.mail = mail;
    }

    /** What a verdict consists of. */
    record Verdict(Kind kind, String reason, @Nullable Bounce bounce) {}

    /** What the fields of its report say; null where they name nobody. */
    @Nullable
    Verdict byReport() {
        StatusReport report = mail.status();
        List<BounceRecipient> recipients = report.recipients();
        if (recipients.isEmpty()) {
            return null;
        }
        Returned returned = mail.returned();
        boolean known = returned != null && returned.messageId() != null;
        String id = known ? null : MessageIds.first(report.field("x-original-message-id"));
        String silent = silentAction();
        List<BounceRecipient> told = recipients.stream()
                .map(one -> one.action() == null
                        ? new BounceRecipient(one.address(), silent, one.status(), one.diagnostic())
                        : one)
                .toList();
        boolean failed = told.stream().anyMatch(one -> "failed".equals(one.action()));
        return new Verdict(
                failed ? Kind.DELIVERY_FAILURE : Kind.DELIVERY_REPORT,
                "Its delivery status names " + (failed ? "a" : "no") + " recipient that failed.",
                mail.bounce(id, told));
    }

    /** What its own words say, once it is known that a mail system wrote them. */
    Verdict byWords(String reason) {
        String action = action();
        List<BounceRecipient> recipients = mail.recipientsInText(action);
        if (recipients.isEmpty()) {
            recipients = ofReturned(action);
        }
        boolean failed = action.equals("failed");
        return new Verdict(
                failed ? Kind.DELIVERY_FAILURE : Kind.DELIVERY_REPORT, reason, mail.bounce(null, recipients));
    }

    /** Where nobody is named, the one to whom the returned mail went; of several nobody is blamed. */
    private List<BounceRecipient> ofReturned(String action) {
        Returned returned = mail.returned();
        List<String> recipients = returned == null ? List.of() : returned.recipients();
        return recipients.size() == 1
                ? List.of(new BounceRecipient(recipients.get(0), action, StatusCode.find(mail.said)))
                : List.of();
    }

    private @Nullable String silentAction() {
        return FAILURE.in(mail.said) || FINAL.in(mail.said) ? action() : null;
    }

    private String action() {
        BouncePattern pattern = mail.pattern;
        if (pattern != null && pattern.outcome() == BouncePattern.Outcome.DELAY) {
            return "delayed";
        }
        if (pattern != null && pattern.outcome() == BouncePattern.Outcome.COMPLAINT) {
            return "abuse";
        }
        String subject = mail.clues.subject;
        boolean late = LATE.stream().anyMatch(subject::contains);
        boolean finallyFailed = FINAL.in(subject) || subject.contains("fail") || FINAL.in(mail.said);
        if ((late && !subject.contains("fail") && !FINAL.in(subject)) || (DELAY.in(mail.said) && !finallyFailed)) {
            return "delayed";
        }
        boolean arrived = SUCCESS.in(mail.said) && !FAILURE.in(mail.said) && !FINAL.in(mail.said);
        return arrived ? "delivered" : "failed";
    }
}
