package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Body;
import dev.serai.capture.mailbox.server.HeaderFields;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.AfterProcessing;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.MailboxDefinition.Duplicates;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Content;
import dev.serai.store.Arrival;
import dev.serai.store.RawContent;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of a fetched mail what the store takes in; its first placement is always intake's queue. */
final class Arrivals {
    /** User data: the mailbox's address. */
    static final String MAILBOX = "Mailbox";
    /** User data: why an interaction wraps a mail instead of holding it. */
    static final String WRAPPING_REASON = "WrappingReason";
    /** User data: octets of the wrapped mail. */
    static final String WRAPPED_SIZE = "WrappedSize";

    private static final String STAYS = "it stays on the server";
    private static final String TAKEN_WHOLE = "it was taken whole all the same";

    private final MailboxDefinition mailbox;
    private final Clock clock;

    Arrivals(MailboxDefinition mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Arrival whole(MailHead head, Body body) {
        HeaderFields headers = body.headers();
        boolean acknowledged = mailbox.afterProcessing() == AfterProcessing.NONE;
        Wrapping wrapping = isTooLarge(head, body) ? tooLarge(head.size(), TAKEN_WHOLE) : Wrapping.NONE;
        Arrival arrival =
                arrival(head, body.raw(), receivedAt(head, headers), acknowledged, messageId(head, headers), wrapping);
        return mailbox.limits().duplicates() == Duplicates.ONCE
                ? arrival.counting(
                        new Arrival.Once(MailIdentity.of(body), EnvelopeRecipients.of(headers, mailbox.address())))
                : arrival;
    }

    /** A mail above the limit: its headers stand for it, and the mail stays on the server untouched. */
    Arrival wrapper(MailHead head, byte[] header) {
        HeaderFields headers = HeaderFields.of(header);
        return arrival(
                head,
                RawContent.of(header),
                receivedAt(head, headers),
                true,
                messageId(head, headers),
                tooLarge(head.size(), STAYS));
    }

    /** Why an interaction is marked: told in its user data, and as a warning that the timeline shows. */
    private record Wrapping(List<String> warnings, Map<String, Object> userData) {
        static final Wrapping NONE = new Wrapping(List.of(), Map.of());
    }

    private boolean isTooLarge(MailHead head, Body body) {
        return Math.max(head.size(), body.raw().size()) > mailbox.limits().maxMessageSize();
    }

    private Wrapping tooLarge(long size, String fate) {
        String reason = "the mail has " + size + " octets, more than the "
                + mailbox.limits().maxMessageSize() + " of maxMessageSize; " + fate;
        return new Wrapping(List.of(reason), Map.of(WRAPPING_REASON, reason, WRAPPED_SIZE, size));
    }

    private Arrival arrival(
            MailHead head,
            RawContent raw,
            Instant receivedAt,
            boolean acknowledged,
            @Nullable String messageId,
            Wrapping wrapping) {
        return new Arrival(
                mailbox.point().tenant(),
                mailbox.name(),
                head.position(),
                head.size(),
                head.receivedAt(),
                raw,
                QueueDefinition.INTAKE,
                mailbox.point().priority().orElse(0),
                mailbox.point().mediaType(),
                receivedAt,
                acknowledged,
                messageId,
                null,
                mailbox.language().orElse(null),
                Content.none().warned(wrapping.warnings()),
                userData(wrapping));
    }

    private static @Nullable String messageId(MailHead head, HeaderFields headers) {
        return head.messageId() != null ? head.messageId() : headers.messageId().orElse(null);
    }

    /** The server's word, else the topmost Received, else now; never later than now. */
    private Instant receivedAt(MailHead head, HeaderFields headers) {
        Instant now = clock.instant();
        Instant told =
                Optional.ofNullable(head.receivedAt()).or(headers::received).orElse(now);
        return told.isAfter(now) ? now : told;
    }

    private Map<String, Object> userData(Wrapping wrapping) {
        Map<String, Object> userData = new HashMap<>(wrapping.userData());
        userData.put(MAILBOX, mailbox.address());
        return userData;
    }
}
