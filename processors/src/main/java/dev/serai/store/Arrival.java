package dev.serai.store;

import dev.serai.interaction.Content;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mailbox took and wants to be told is durable.
 *
 * @param position where it lay: UIDVALIDITY and UID, or the UIDL
 * @param size octets as the server said, for verifying before delete or move
 * @param raw its bytes
 * @param queue where it goes first: `intake` for a mail
 * @param receivedAt INTERNALDATE, topmost Received, or the hub's clock
 * @param acknowledged true where the server needs no afterProcessing
 * @param messageId as in the header, for verifying before delete or move
 */
public record Arrival(
        String tenant,
        PointName point,
        String position,
        long size,
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

    /** An arrival of which the server said the size that it has. */
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
                raw,
                queue,
                priority,
                mediaType,
                receivedAt,
                acknowledged,
                messageId,
                language,
                content,
                userData);
    }
}
