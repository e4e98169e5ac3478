package dev.serai.feedback;

import dev.serai.interaction.BounceInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a mail at one recipient, by the words of a report (RFC 3464 section 2.3.3, RFC 8098 section 3.2.6). */
enum Fate {
    /** It did not arrive, and nothing ever will: the address is to blame. */
    HARD("failed"),
    /** It did not arrive; another mail may. */
    SOFT("failed"),
    DELAYED("delayed"),
    DELIVERED("delivered"),
    RELAYED("relayed"),
    EXPANDED("expanded"),
    READ("read"),
    /** Without being read. */
    DELETED("deleted"),
    /** The recipient calls it spam, or the like (RFC 5965). */
    COMPLAINT("complaint");

    /** Full mailboxes, and refusals of the mail for its sender, its size or its form: none is about the address (RFC 3463). */
    private static final List<String> NOT_THE_ADDRESS =
            List.of("5.1.7", "5.1.8", "5.2.2", "5.2.3", "5.3.4", "5.6.", "5.7.");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    /** As events say it. */
    String word() {
        return word;
    }

    boolean isFailure() {
        return this == HARD || this == SOFT;
    }

    /** Empty where the report does not say. */
    static Optional<Fate> of(BounceInfo.Recipient told) {
        String action = told.action() == null ? "" : told.action().toLowerCase(Locale.ROOT);
        return switch (action) {
            case "failed" -> Optional.of(failure(told.status()));
            case "delayed" -> Optional.of(DELAYED);
            case "delivered" -> Optional.of(DELIVERED);
            case "relayed" -> Optional.of(RELAYED);
            case "expanded" -> Optional.of(EXPANDED);
            case "displayed" -> Optional.of(READ);
            case "deleted" -> Optional.of(DELETED);
            case "abuse", "fraud", "virus", "not-spam", "other" -> Optional.of(COMPLAINT);
            default -> Optional.empty();
        };
    }

    /** What the status does not say is taken for less than it may be: a wrong verdict would silence automatic answers. */
    static Fate failure(@Nullable String status) {
        if (status == null || !status.startsWith("5.")) {
            return SOFT;
        }
        return NOT_THE_ADDRESS.stream().noneMatch(status::startsWith) ? HARD : SOFT;
    }
}
