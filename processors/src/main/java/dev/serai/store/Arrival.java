package dev.serai.store;

import dev.serai.interaction.Content;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox took and wants to be told is durable.
 *
 * @param position where it lay: UIDVALIDITY and UID, or the UIDL
 * @param size octets as the server said, for verifying before delete or move
 * @param serverDate INTERNALDATE, for telling the mail under another numbering; null where the server says none
 * @param raw its bytes
 * @param queue where it goes first: `intake` for a mail
 * @param receivedAt INTERNALDATE, topmost Received, or the hub's clock
 * @param acknowledged true where the server needs no afterProcessing
 * @param messageId as in the header, for verifying before delete or move
 * @param once present where the same mail counts once in all mailboxes
 */
public record Arrival(
        String tenant,
        PointName point,
        String position,
        long size,
        @Nullable Instant serverDate,
        RawContent raw,
        QueueName queue,
        int priority,
        String mediaType,
        Instant receivedAt,
        boolean acknowledged,
        @Nullable String messageId,
        @Nullable Once once,
        @Nullable String language,
        Content content,
        Map<String, Object> userData) {

    /** User data: the addresses that the copies of a mail were delivered to, where it counts once. */
    public static final String RECIPIENTS = "EnvelopeRecipients";

    /** User data: an interaction whose mail has the same Message-ID and other bytes. */
    public static final String SAME_MESSAGE_ID = "SameMessageIdAs";

    /**
     * A mail that counts once in all mailboxes that want it so.
     *
     * @param contentDigest what tells it from other mail
     * @param recipients whom this copy was delivered to
     */
    public record Once(String contentDigest, List<String> recipients) {
        public Once {
            recipients = List.copyOf(recipients);
        }
    }

    /** An arrival of which the server said the size that it has, and no date. */
    public Arrival(
            String tenant,
            PointName point,
            String position,
            RawContent raw,
            QueueName queue,
            int priority,
            String mediaType,
            Instant receivedAt,
            boolean acknowledged,
            @Nullable String messageId,
            @Nullable String language,
            Content content,
            Map<String, Object> userData) {
        this(
                tenant,
                point,
                position,
                raw.size(),
                null,
                raw,
                queue,
                priority,
                mediaType,
                receivedAt,
                acknowledged,
                messageId,
                null,
                language,
                content,
                userData);
    }

    /** The same, counting once; its recipients become user data. */
    public Arrival counting(Once oneInAll) {
        Map<String, Object> addressed = new HashMap<>(userData);
        addressed.put(RECIPIENTS, String.join(", ", oneInAll.recipients()));
        return new Arrival(
                tenant,
                point,
                position,
                size,
                serverDate,
                raw,
                queue,
                priority,
                mediaType,
                receivedAt,
                acknowledged,
                messageId,
                oneInAll,
                language,
                content,
                addressed);
    }
}
