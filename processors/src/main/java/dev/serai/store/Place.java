package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an interaction stands, and what orders it there.
 *
 * @param placement arrivals in queues so far
 * @param priority 0 to 100, the higher the sooner
 * @param placedAt the latest arrival
 * @param movedAt the first arrival in this queue
 * @param availableAt when it is due
 * @param wished whether that is when whoever wrote the mail wished, and not for a reason that came later
 * @param account that an outbound mail was last handed over to, wherever it was moved since; null = to none
 */
record Place(
        QueueName queue,
        int placement,
        int priority,
        Instant placedAt,
        Instant movedAt,
        Instant availableAt,
        boolean wished,
        @Nullable AccountName account) {

    static Place first(QueueName queue, int priority, Instant due, Instant now) {
        return new Place(queue, 1, priority, now, now, due, due.isAfter(now), null);
    }

    /** The next arrival; the same queue again keeps when it was first entered. */
    Place next(QueueName to, int newPriority, Instant due, Instant now) {
        Instant moved = to.equals(queue) ? movedAt : now;
        return new Place(to, placement + 1, clamp(newPriority), now, moved, due, false, account);
    }

    Place withPriority(int newPriority) {
        return new Place(queue, placement, clamp(newPriority), placedAt, movedAt, availableAt, wished, account);
    }

    Place due(Instant at) {
        return new Place(queue, placement, priority, placedAt, movedAt, at, false, account);
    }

    Place leavingBy(AccountName by) {
        return new Place(queue, placement, priority, placedAt, movedAt, availableAt, wished, by);
    }

    private static int clamp(int priority) {
        return Math.max(0, Math.min(100, priority));
    }
}
