package dev.serai.kind;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a complaint or another feedback about a mail (RFC 5965): it arrived, and somebody had something to say. */
final class FeedbackReport {
    private static final List<String> RECIPIENTS =
            List.of("original-rcpt-to", "removal-recipient", "x-hmxmroriginalrecipient", "redacted-address");
    private final List<ReportFields> groups;

    FeedbackReport(String text) {
        this.groups = ReportFields.parse(text);
    }

    /** Those whom it names, else those to whom the mail went; the type of the feedback is the action. */
    List<BounceRecipient> recipients(@Nullable Returned returned) {
        List<String> named = RECIPIENTS.stream()
                .map(this::field)
                .map(Addresses::ofField)
                .filter(address -> address != null && address.indexOf('@') > 0)
                .limit(1)
                .toList();
        List<String> addresses = named.isEmpty() && returned != null ? returned.recipients() : named;
        return addresses.stream()
                .map(address -> new BounceRecipient(address, type(), null))
                .toList();
    }

    private String type() {
        String type = field("feedback-type");
        return type == null ? "abuse" : type.strip().toLowerCase(Locale.ROOT);
    }

    private @Nullable String field(String name) {
        return groups.stream()
                .map(group -> group.get(name))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
