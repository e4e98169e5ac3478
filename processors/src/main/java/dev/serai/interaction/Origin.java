package dev.serai.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an interaction came from; fixed at its birth but for the thread.
 *
 * @param capturePoint the point that took it, null for the hub's own outbound
 * @param receivedAt when the server (INTERNALDATE) or else the hub received it, never the Date header
 * @param submittedAt when the hub stored it
 */
public record Origin(
        @Nullable PointName capturePoint,
        @Nullable String externalId,
        @Nullable InteractionId parentId,
        InteractionId threadId,
        String mediaType,
        String type,
        String subtype,
        Instant receivedAt,
        Instant submittedAt) {

    public Origin inThread(InteractionId thread, @Nullable InteractionId parent) {
        return new Origin(capturePoint, externalId, parent, thread, mediaType, type, subtype, receivedAt, submittedAt);
    }

    public Origin withSubtype(String newSubtype) {
        return new Origin(
                capturePoint, externalId, parentId, threadId, mediaType, type, newSubtype, receivedAt, submittedAt);
    }
}
