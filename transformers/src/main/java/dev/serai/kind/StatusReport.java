package dev.serai.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads delivery status (RFC 3464, RFC 6533) as servers really write it. */
final class StatusReport {
    private final List<ReportFields> groups;

    private StatusReport(List<ReportFields> groups) {
        this.groups = groups;
    }

    static StatusReport of(List<String> texts) {
        List<ReportFields> groups = new ArrayList<>();
        texts.forEach(text -> groups.addAll(ReportFields.parse(text)));
        return new StatusReport(groups);
    }

    /** The recipients, with what became of each. */
    List<BounceRecipient> recipients() {
        List<BounceRecipient> recipients = new ArrayList<>();
        for (ReportFields fields : groups) {
            String address = fields.hasRecipient() ? address(fields) : null;
            if (address != null) {
                String diagnostic = diagnostic(fields);
                String status = status(fields, diagnostic);
                recipients.add(new BounceRecipient(
                        address, action(fields, status), status, diagnostic, original(fields, address)));
            }
        }
        return recipients;
    }

    /** A field of whatever group has it first; null where none has. */
    @Nullable
    String field(String name) {
        return groups.stream()
                .map(group -> group.get(name))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The last address is what the server says; where it is none, the one that we wrote, or the one behind it. */
    private static @Nullable String address(ReportFields fields) {
        String last = Addresses.ofField(fields.get("final-recipient"));
        for (String name : List.of("original-recipient", "x-actual-recipient")) {
            String other = Addresses.ofField(fields.get(name));
            boolean better = last == null || (last.indexOf('@') < 0 && other != null && other.indexOf('@') > 0);
            last = better ? other : last;
        }
        return last;
    }

    /** RFC 3464 section 2.3.1: whom the mail was sent to, before it was forwarded. */
    private static @Nullable String original(ReportFields fields, String address) {
        String first = Addresses.ofField(fields.get("original-recipient"));
        boolean another = first != null && first.indexOf('@') > 0 && !first.equalsIgnoreCase(address);
        return another ? first : null;
    }

    private @Nullable String action(ReportFields fields, @Nullable String status) {
        String said = fields.get("action") == null ? shared("action") : fields.get("action");
        String word = said == null ? "" : said.strip().toLowerCase(Locale.ROOT).split("[\\s;,(]", 2)[0];
        return switch (word) {
            case "" -> ofClass(status);
            case "fail", "failure", "expired", "error", "undeliverable", "rejected", "bounced" -> "failed";
            case "delay", "deferred", "warning" -> "delayed";
            default -> word;
        };
    }

    /** Some servers leave the action out; then the class of the status tells it (RFC 3463 section 3.1). */
    private static @Nullable String ofClass(@Nullable String status) {
        if (status == null) {
            return null;
        }
        return switch (status.charAt(0)) {
            case '5' -> "failed";
            case '4' -> "delayed";
            default -> "delivered";
        };
    }

    private @Nullable String status(ReportFields fields, @Nullable String diagnostic) {
        String own = fields.get("status");
        String said = own == null || own.isEmpty() ? StatusCode.find(diagnostic) : StatusCode.find(own);
        return said != null ? said : StatusCode.find(own == null ? shared("status") : diagnostic);
    }

    private static @Nullable String diagnostic(ReportFields fields) {
        String code = fields.get("diagnostic-code");
        if (code == null) {
            return null;
        }
        int semicolon = code.indexOf(';');
        boolean typed =
                semicolon > 0 && semicolon < 20 && code.substring(0, semicolon).indexOf(' ') < 0;
        return typed ? code.substring(semicolon + 1).strip() : code;
    }

    /** What stands in a group without a recipient and was meant for all. */
    private @Nullable String shared(String name) {
        return groups.stream()
                .filter(group -> !group.hasRecipient())
                .map(group -> group.get(name))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
