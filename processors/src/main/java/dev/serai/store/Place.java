package dev.serai.store;

import dev.serai.interaction.QueueName;
import java.time.Instant;

/**
 * Where an interaction stands, and what orders it there.
 *
 * @param placement arrivals in queues so far
 * @param priority 0 to 100, the higher the sooner
 * @param placedAt the latest arrival
 * @param movedAt the first arrival in this queue
 * @param availableAt when it is due
 */
record Place(QueueName queue, int placement, int priority, Instant placedAt, Instant movedAt, Instant availableAt) {

    static Place first(QueueName queue, int priority, Instant due, Instant now) {
        return new Place(queue, 1, priority, now, now, due);
    }

    /** The next arrival; the same queue again keeps when it was first entered. */
    Place next(QueueName to, int newPriority, Instant due, Instant now) {
        Instant moved = to.equals(queue) ? movedAt : now;
        return new Place(to, placement + 1, clamp(newPriority), now, moved, due);
    }

    Place withPriority(int newPriority) {
        return new Place(queue, placement, clamp(newPriority), placedAt, movedAt, availableAt);
    }

    Place due(Instant at) {
        return new Place(queue, placement, priority, placedAt, movedAt, at);
    }

    private static int clamp(int priority) {
        return Math.max(0, Math.min(100, priority));
    }
}
