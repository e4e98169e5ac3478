package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.Body;
import dev.serai.capture.mailbox.server.HeaderFields;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.AfterProcessing;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Content;
import dev.serai.store.Arrival;
import dev.serai.store.RawContent;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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

    private final MailboxDefinition mailbox;
    private final Clock clock;

    Arrivals(MailboxDefinition mailbox, Clock clock) {
        this.mailbox = mailbox;
        this.clock = clock;
    }

    Arrival whole(MailHead head, Body body) {
        HeaderFields headers = body.headers();
        String messageId = head.messageId() != null
                ? head.messageId()
                : headers.messageId().orElse(null);
        boolean acknowledged = mailbox.afterProcessing() == AfterProcessing.NONE;
        return arrival(head, body.raw(), receivedAt(head, headers), acknowledged, messageId, userData());
    }

    /** A mail above the limit: its headers stand for it, and the mail stays on the server untouched. */
    Arrival wrapper(MailHead head, byte[] header) {
        HeaderFields headers = HeaderFields.of(header);
        Map<String, Object> userData = userData();
        userData.put(WRAPPING_REASON, tooLarge(head));
        userData.put(WRAPPED_SIZE, head.size());
        return arrival(head, RawContent.of(header), receivedAt(head, headers), true, head.messageId(), userData);
    }

    private String tooLarge(MailHead head) {
        return "the mail has " + head.size() + " octets, more than the "
                + mailbox.limits().maxMessageSize() + " of maxMessageSize; it stays on the server";
    }

    private Arrival arrival(
            MailHead head,
            RawContent raw,
            Instant receivedAt,
            boolean acknowledged,
            @Nullable String messageId,
            Map<String, Object> userData) {
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
                Content.none(),
                userData);
    }

    /** The server's word, else the topmost Received, else now; never later than now. */
    private Instant receivedAt(MailHead head, HeaderFields headers) {
        Instant now = clock.instant();
        Instant told =
                Optional.ofNullable(head.receivedAt()).or(headers::received).orElse(now);
        return told.isAfter(now) ? now : told;
    }

    private Map<String, Object> userData() {
        Map<String, Object> userData = new HashMap<>();
        userData.put(MAILBOX, mailbox.address());
        return userData;
    }
}
