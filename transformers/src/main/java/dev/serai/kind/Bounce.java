package dev.serai.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about an earlier mail.
 *
 * @param originalMessageId of the mail it speaks of, with angle brackets; null where the report does not say
 * @param recipients those it names
 */
public record Bounce(@Nullable String originalMessageId, List<BounceRecipient> recipients) {
    public Bounce {
        recipients = List.copyOf(recipients);
    }
}
