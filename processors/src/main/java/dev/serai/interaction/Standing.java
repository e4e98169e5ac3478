package dev.serai.interaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an interaction is right now, from its work row; for a stopped one what was last.
 *
 * @param placement arrivals in queues so far
 * @param claim changes of hands so far
 * @param placedInQueueAt the latest arrival in the queue, which orders it
 * @param movedToQueueAt the first arrival in this queue
 * @param waiting how it waits there, and how often it did
 */
public record Standing(
        State state,
        @Nullable QueueName queue,
        int placement,
        long claim,
        int priority,
        @Nullable Instant placedInQueueAt,
        @Nullable Instant movedToQueueAt,
        @Nullable Instant availableAt,
        @Nullable String assignedTo,
        @Nullable Instant assignedAt,
        @Nullable Instant leaseUntil,
        @Nullable Instant heldAt,
        @Nullable Instant heldUntil,
        @Nullable Instant stoppedAt,
        @Nullable String stopReason,
        Wait waiting) {}
