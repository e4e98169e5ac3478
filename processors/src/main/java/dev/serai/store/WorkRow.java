package dev.serai.store;

import dev.serai.interaction.AccountName;
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
        State state,
        Place place,
        Hands hands,
        Hold hold,
        Wait waiting,
        int eventSeq,
        Instant changedAt) {

    /** The first arrival of a new interaction. */
    public static WorkRow born(String tenant, InteractionId id, QueueName queue, int priority, Instant now) {
        return born(tenant, id, queue, priority, now, now);
    }

    /** The first arrival of a new interaction, due at a time. */
    public static WorkRow born(
            String tenant, InteractionId id, QueueName queue, int priority, Instant due, Instant now) {
        Place place = Place.first(queue, priority, due, now);
        return new WorkRow(tenant, id, State.QUEUED, place, Hands.NOBODY, Hold.NONE, Wait.NONE, 0, now);
    }

    public QueueName queue() {
        return place.queue();
    }

    public int placement() {
        return place.placement();
    }

    public int priority() {
        return place.priority();
    }

    public Instant placedAt() {
        return place.placedAt();
    }

    public Instant movedAt() {
        return place.movedAt();
    }

    public Instant availableAt() {
        return place.availableAt();
    }

    /** That an outbound mail was last handed over to; null = to none. */
    public @Nullable AccountName account() {
        return place.account();
    }

    public long claim() {
        return hands.claim();
    }

    public int attempt() {
        return hands.attempt();
    }

    public @Nullable String owner() {
        return hands.owner();
    }

    public @Nullable Instant assignedAt() {
        return hands.assignedAt();
    }

    public @Nullable Instant leaseUntil() {
        return hands.leaseUntil();
    }

    public Fence fence() {
        return new Fence(tenant, id, placement(), claim());
    }

    /** Where it is, for whoever looks at the interaction. */
    public Standing standing() {
        return new Standing(
                state,
                queue(),
                placement(),
                claim(),
                priority(),
                placedAt(),
                movedAt(),
                availableAt(),
                owner(),
                assignedAt(),
                leaseUntil(),
                hold.since(),
                hold.until(),
                null,
                null,
                waiting);
    }

    /** Taken by a strategy ({@link State#ROUTING}) or a client ({@link State#ASSIGNED}) until the lease runs out. */
    public WorkRow claimed(State by, String newOwner, Instant until, Instant now) {
        return changed(by, place, hands.taken(newOwner, until, now), hold, now);
    }

    /** A new arrival, due at a time; the same queue again keeps when it was first entered. */
    public WorkRow placed(QueueName to, int newPriority, Instant due, Instant now) {
        return changed(State.QUEUED, place.next(to, newPriority, due, now), hands.anew(), Hold.NONE, now)
                .with(waiting.over());
    }

    /** A new arrival that waits, at the longest until a time. */
    public WorkRow placedToWait(QueueName to, Wait.Until what, Instant until, Instant now) {
        return placed(to, priority(), until, now).with(waiting.begin(what));
    }

    /** Something came that ends a wait; what is being decided on is only marked. */
    public WorkRow woken(Wait.Woken what, Instant now) {
        WorkRow marked = with(waiting.woken(what));
        return waiting.until() == Wait.Until.REPLY && availableAt().isAfter(now) ? marked.with(place.due(now)) : marked;
    }

    /** A new arrival that stays held. */
    public WorkRow placedHeld(QueueName to, Instant now) {
        return placed(to, priority(), now, now).free(State.HELD, hold, now);
    }

    /** Back at its old place after work that was not done; the attempt stays counted. */
    public WorkRow released(Instant due, Instant now) {
        return changed(State.QUEUED, place.due(due), hands.free(), Hold.NONE, now);
    }

    /** As {@link #released}, but the attempt is not counted: what is shared was down. */
    public WorkRow releasedUncounted(Instant due, Instant now) {
        return changed(State.QUEUED, place.due(due), hands.freeUncounted(), Hold.NONE, now);
    }

    public WorkRow held(@Nullable Instant until, Instant now) {
        return free(State.HELD, new Hold(now, until), now);
    }

    /** Queued again in its old order. */
    public WorkRow resumed(Instant now) {
        return free(State.QUEUED, Hold.NONE, now);
    }

    public WorkRow quarantined(Instant now) {
        return free(State.QUARANTINED, Hold.NONE, now);
    }

    public WorkRow withPriority(int newPriority) {
        return with(place.withPriority(newPriority));
    }

    /** Handed over to an account. */
    public WorkRow leavingBy(AccountName account) {
        return with(place.leavingBy(account));
    }

    WorkRow withEvents(int count) {
        return new WorkRow(tenant, id, state, place, hands, hold, waiting, eventSeq + count, changedAt);
    }

    private WorkRow with(Place there) {
        return new WorkRow(tenant, id, state, there, hands, hold, waiting, eventSeq, changedAt);
    }

    private WorkRow with(Wait newWait) {
        return new WorkRow(tenant, id, state, place, hands, hold, newWait, eventSeq, changedAt);
    }

    private WorkRow free(State next, Hold newHold, Instant now) {
        return changed(next, place, hands.free(), newHold, now);
    }

    private WorkRow changed(State next, Place there, Hands newHands, Hold newHold, Instant now) {
        return new WorkRow(tenant, id, next, there, newHands, newHold, waiting, eventSeq, latest(now));
    }

    /** Transactions overlap: one that began earlier may change the row later, and its events must not be dated before. */
    private Instant latest(Instant now) {
        return changedAt.isAfter(now) ? changedAt : now;
    }
}
