package dev.serai.kind;

import dev.serai.message.MailMessage;
import dev.serai.message.MailPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of a mail that a report is made of, by their content types and the odd ones that servers write for them. */
final class ReportParts {
    private static final Set<String> STATUS = Set.of(
            "message/delivery-status",
            "message/global-delivery-status",
            "message/x-delivery-status",
            "message/xdelivery-status",
            "message/delivery-report",
            "text/delivery-status");
    private static final Set<String> DISPOSITION = Set.of(
            "message/disposition-notification",
            "message/global-disposition-notification",
            "message/x-disposition-notification");
    private static final Set<String> FEEDBACK = Set.of("message/feedback-report", "message/x-feedback-report");
    private static final Set<String> RETURNED = Set.of(
            "message/rfc822",
            "message/x-rfc822",
            "message/global",
            "message/partial",
            "message/news",
            "message/rfc822-headers",
            "message/global-headers",
            "text/rfc822-headers",
            "text/rfc822-header",
            "text/rfc822",
            "text/x-rfc822-headers",
            "text/headers",
            "text/message-headers");

    final List<MailPart> status = new ArrayList<>();
    final List<MailPart> disposition = new ArrayList<>();
    final List<MailPart> feedback = new ArrayList<>();
    final List<MailPart> returned = new ArrayList<>();
    final List<MailPart> texts = new ArrayList<>();

    ReportParts(MailMessage message) {
        for (MailPart part : message.parts()) {
            String type = part.contentType();
            if (type.startsWith("message/") || type.startsWith("text/")) {
                of(type).add(part);
            }
        }
    }

    /** Whether a mail has a part with a delivery status. */
    static boolean carriesStatus(MailMessage message) {
        for (MailPart part : message.parts()) {
            if (part.contentType().startsWith("message/") && STATUS.contains(part.contentType())) {
                return true;
            }
        }
        return false;
    }

    private List<MailPart> of(String type) {
        if (STATUS.contains(type)) {
            return status;
        }
        if (DISPOSITION.contains(type)) {
            return disposition;
        }
        if (FEEDBACK.contains(type)) {
            return feedback;
        }
        return RETURNED.contains(type) ? returned : texts;
    }

    /** Whether there is a machine-readable part. */
    boolean hasReport() {
        return !status.isEmpty() || !disposition.isEmpty() || !feedback.isEmpty();
    }
}
