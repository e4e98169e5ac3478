package dev.serai.kind;

import dev.serai.mime.MessageIds;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads what became of a mail at its recipient's (RFC 8098, before it RFC 3798 and RFC 2298). */
final class DispositionReport {
    private final List<ReportFields> groups;

    DispositionReport(String text) {
        this.groups = ReportFields.parse(text);
    }

    /** The one recipient for whom it speaks. */
    List<BounceRecipient> recipients() {
        String address = Addresses.ofField(first("final-recipient", "original-recipient"));
        String error = first("failure", "error", "warning");
        return address == null ? List.of() : List.of(new BounceRecipient(address, action(), null, error));
    }

    @Nullable
    String originalMessageId() {
        return MessageIds.first(first("original-message-id"));
    }

    /** The type of the disposition, such as displayed or deleted; what modifies it is left out. */
    private @Nullable String action() {
        String disposition = first("disposition");
        if (disposition == null) {
            return null;
        }
        String type = disposition.substring(disposition.indexOf(';') + 1);
        String word = type.strip().split("[/,;\\s]", 2)[0].toLowerCase(Locale.ROOT);
        return word.isEmpty() ? null : word;
    }

    private @Nullable String first(String... names) {
        for (String name : names) {
            for (ReportFields group : groups) {
                String value = group.get(name);
                if (value != null && !value.isEmpty()) {
                    return value;
                }
            }
        }
        return null;
    }
}
