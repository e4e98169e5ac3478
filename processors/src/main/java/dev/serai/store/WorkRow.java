package dev.serai.store;

import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Standing;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hot row of one live interaction, immutable; each transition of the state table is a method that yields the next
 * row. A change of hands raises the claim, an arrival in a queue the placement too.
 */
public record WorkRow(
        String tenant,
        InteractionId id,
        QueueName queue,
        State state,
        int placement,
        long claim,
        int priority,
        Instant placedAt,
        Instant movedAt,
        Instant availableAt,
        @Nullable String owner,
        @Nullable Instant assignedAt,
        @Nullable Instant leaseUntil,
        int attempt,
        @Nullable Instant heldAt,
        @Nullable Instant heldUntil,
        int eventSeq,
        Instant changedAt,
        Wait waiting) {

    /** The first arrival of a new interaction. */
    public static WorkRow born(String tenant, InteractionId id, QueueName queue, int priority, Instant now) {
        return born(tenant, id, queue, priority, now, now);
    }

    /** The first arrival of a new interaction, due at a time. */
    public static WorkRow born(
            String tenant, InteractionId id, QueueName queue, int priority, Instant due, Instant now) {
        return new WorkRow(
                tenant,
                id,
                queue,
                State.QUEUED,
                1,
                0,
                priority,
                now,
                now,
                due,
                null,
                null,
                null,
                0,
                null,
                null,
                0,
                now,
                Wait.NONE);
    }

    public Fence fence() {
        return new Fence(tenant, id, placement, claim);
    }

    /** Where it is, for whoever looks at the interaction. */
    public Standing standing() {
        return new Standing(
                state,
                queue,
                placement,
                claim,
                priority,
                placedAt,
                movedAt,
                availableAt,
                owner,
                assignedAt,
                leaseUntil,
                heldAt,
                heldUntil,
                null,
                null,
                waiting);
    }

    /** Taken by a strategy ({@link State#ROUTING}) or a client ({@link State#ASSIGNED}) until the lease runs out. */
    public WorkRow claimed(State by, String newOwner, Instant until, Instant now) {
        return new WorkRow(
                tenant,
                id,
                queue,
                by,
                placement,
                claim + 1,
                priority,
                placedAt,
                movedAt,
                availableAt,
                newOwner,
                now,
                until,
                attempt + 1,
                heldAt,
                heldUntil,
                eventSeq,
                latest(now),
                waiting);
    }

    /** A new arrival, due at a time; the same queue again keeps when it was first entered. */
    public WorkRow placed(QueueName to, int newPriority, Instant due, Instant now) {
        Instant moved = to.equals(queue) ? movedAt : now;
        return new WorkRow(
                tenant,
                id,
                to,
                State.QUEUED,
                placement + 1,
                claim + 1,
                clamp(newPriority),
                now,
                moved,
                due,
                null,
                null,
                null,
                0,
                null,
                null,
                eventSeq,
                latest(now),
                waiting.over());
    }

    /** A new arrival that waits, at the longest until a time. */
    public WorkRow placedToWait(QueueName to, Wait.Until what, Instant until, Instant now) {
        return placed(to, priority, until, now).withWait(waiting.begin(what));
    }

    /** Something came that ends a wait; what is being decided on is only marked. */
    public WorkRow woken(Wait.Woken what, Instant now) {
        WorkRow marked = withWait(waiting.woken(what));
        return waiting.until() == Wait.Until.REPLY && availableAt.isAfter(now) ? marked.withAvailableAt(now) : marked;
    }

    /** A new arrival that stays held. */
    public WorkRow placedHeld(QueueName to, Instant now) {
        WorkRow there = placed(to, priority, now, now);
        return there.withState(State.HELD, heldAt, heldUntil, now);
    }

    /** Back at its old place after work that was not done; the attempt stays counted. */
    public WorkRow released(Instant due, Instant now) {
        return new WorkRow(
                tenant,
                id,
                queue,
                State.QUEUED,
                placement,
                claim + 1,
                priority,
                placedAt,
                movedAt,
                due,
                null,
                null,
                null,
                attempt,
                null,
                null,
                eventSeq,
                latest(now),
                waiting);
    }

    /** As {@link #released}, but the attempt is not counted: what is shared was down. */
    public WorkRow releasedUncounted(Instant due, Instant now) {
        WorkRow back = released(due, now);
        return back.withAttempt(Math.max(0, attempt - 1));
    }

    public WorkRow held(@Nullable Instant until, Instant now) {
        return withState(State.HELD, now, until, now);
    }

    /** Queued again in its old order. */
    public WorkRow resumed(Instant now) {
        return withState(State.QUEUED, null, null, now);
    }

    public WorkRow quarantined(Instant now) {
        return withState(State.QUARANTINED, null, null, now);
    }

    public WorkRow withPriority(int newPriority) {
        return new WorkRow(
                tenant,
                id,
                queue,
                state,
                placement,
                claim,
                clamp(newPriority),
                placedAt,
                movedAt,
                availableAt,
                owner,
                assignedAt,
                leaseUntil,
                attempt,
                heldAt,
                heldUntil,
                eventSeq,
                changedAt,
                waiting);
    }

    WorkRow withEvents(int count) {
        return new WorkRow(
                tenant,
                id,
                queue,
                state,
                placement,
                claim,
                priority,
                placedAt,
                movedAt,
                availableAt,
                owner,
                assignedAt,
                leaseUntil,
                attempt,
                heldAt,
                heldUntil,
                eventSeq + count,
                changedAt,
                waiting);
    }

    private WorkRow withWait(Wait newWait) {
        return new WorkRow(
                tenant,
                id,
                queue,
                state,
                placement,
                claim,
                priority,
                placedAt,
                movedAt,
                availableAt,
                owner,
                assignedAt,
                leaseUntil,
                attempt,
                heldAt,
                heldUntil,
                eventSeq,
                changedAt,
                newWait);
    }

    private WorkRow withAvailableAt(Instant due) {
        return new WorkRow(
                tenant,
                id,
                queue,
                state,
                placement,
                claim,
                priority,
                placedAt,
                movedAt,
                due,
                owner,
                assignedAt,
                leaseUntil,
                attempt,
                heldAt,
                heldUntil,
                eventSeq,
                changedAt,
                waiting);
    }

    private WorkRow withAttempt(int newAttempt) {
        return new WorkRow(
                tenant,
                id,
                queue,
                state,
                placement,
                claim,
                priority,
                placedAt,
                movedAt,
                availableAt,
                owner,
                assignedAt,
                leaseUntil,
                newAttempt,
                heldAt,
                heldUntil,
                eventSeq,
                changedAt,
                waiting);
    }

    private WorkRow withState(State next, @Nullable Instant since, @Nullable Instant until, Instant now) {
        return new WorkRow(
                tenant,
                id,
                queue,
                next,
                placement,
                claim + 1,
                priority,
                placedAt,
                movedAt,
                availableAt,
                null,
                null,
                null,
                attempt,
                since,
                until,
                eventSeq,
                latest(now),
                waiting);
    }

    /** Transactions overlap: one that began earlier may change the row later, and its events must not be dated before. */
    private Instant latest(Instant now) {
        return changedAt.isAfter(now) ? changedAt : now;
    }

    private static int clamp(int priority) {
        return Math.max(0, Math.min(100, priority));
    }
}
