package dev.serai.kind;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about an earlier mail.
 *
 * @param originalMessageId of the mail it speaks of, with angle brackets; null where the report does not say
 * @param otherIds further ids under which that mail or its thread may be known, best first: ids that a provider gave it,
 *     then its In-Reply-To and References from the newest; each with angle brackets, without {@code originalMessageId}
 * @param senders bare addresses from which that mail came as far as it was returned: Reply-To, From, Return-Path; a
 *     plus-address among them may carry a token of ours
 * @param recipients those it names, each with what became of the mail there
 */
public record Bounce(
        @Nullable String originalMessageId,
        List<String> otherIds,
        List<String> senders,
        List<BounceRecipient> recipients) {
    public Bounce {
        otherIds = List.copyOf(otherIds);
        senders = List.copyOf(senders);
        recipients = List.copyOf(recipients);
    }

    /** A report that tells no more than the id and the recipients. */
    public static Bounce of(@Nullable String originalMessageId, List<BounceRecipient> recipients) {
        return new Bounce(originalMessageId, List.of(), List.of(), recipients);
    }
}
