package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import dev.serai.store.EventLog.NewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one work row that the transaction has locked: each method that ends the change records its event and saves
 * the row. To be used once.
 */
public final class WorkChange {
    /** More arrivals than this are a loop. */
    public static final int MAX_PLACEMENTS = 100;

    private final Tx tx;
    private final By by;
    private WorkRow row;

    /**
     * Who changes it and why.
     *
     * @param actor intake, strategy-&lt;queue&gt;, a client's name, dispatch, operator
     * @param reason in words, null where the event says it all
     * @param generation the set of files that decided, null where none did
     */
    public record By(
            String actor, @Nullable String reason, @Nullable String generation) {
        public static By of(String actor) {
            return new By(actor, null, null);
        }

        public By because(@Nullable String words) {
            return new By(actor, words, generation);
        }
    }

    public WorkChange(Tx tx, WorkRow locked, By by) {
        this.tx = tx;
        this.row = locked;
        this.by = by;
    }

    /** Records a fact beside the change. */
    public WorkChange event(String type, Map<String, Object> data) {
        return event(new NewEvent(type, by.actor(), by.reason(), null, by.generation(), data));
    }

    public WorkChange event(NewEvent event) {
        row = tx.events().append(row, event);
        return this;
    }

    public WorkChange priority(int priority) {
        row = row.withPriority(priority);
        return this;
    }

    /** Handed over to an account, which claims find it by. */
    public WorkChange leavesBy(AccountName account) {
        row = row.leavingBy(account);
        return this;
    }

    /** A new arrival in a queue by the hub's own decision; each hundredth is put into quarantine as a loop. */
    public WorkRow place(QueueName queue, Instant due) {
        if (isLoop()) {
            return quarantine(new QuarantineTable.Cause(
                    "queue", "loop", "placed " + MAX_PLACEMENTS + " times: its strategies send it in a circle", queue));
        }
        return move(queue, due);
    }

    /**
     * A new arrival that waits, at the longest until a time. What came while it was being decided on ends the wait at once.
     *
     * @param seen what the decision knew of
     */
    public WorkRow letWait(QueueName queue, Wait.Until what, Instant until, Wait seen) {
        if (isLoop()) {
            return place(queue, until);
        }
        QueueName from = row.queue();
        Wait.Woken meanwhile = row.waiting().woken();
        row = row.placedToWait(queue, what, until, tx.now());
        if (what == Wait.Until.REPLY && meanwhile != null && !meanwhile.equals(seen.woken())) {
            row = row.woken(meanwhile, tx.now());
        }
        Map<String, Object> data = placedData();
        data.put("waitsUntil", what.word());
        data.put("waits", row.waiting().times());
        return savePlaced(from, data);
    }

    /** Something came that ends a wait for a reply; without one it is only remembered until the next placement. */
    public void wake(Wait.Woken woken) {
        boolean waits = row.waiting().until() == Wait.Until.REPLY && row.state() != State.ROUTING;
        row = row.woken(woken, tx.now());
        if (waits) {
            event(
                    "serai.interaction.changed",
                    Map.of(
                            "waited", woken.how().word(),
                            "wokenBy", woken.by().value(),
                            "availableAt", row.availableAt().toString()));
        }
        tx.work().update(row);
    }

    private boolean isLoop() {
        return row.placement() % MAX_PLACEMENTS == 0;
    }

    /** A new arrival in a queue by a person's hand, which is no loop. */
    public WorkRow move(QueueName queue, Instant due) {
        QueueName from = row.queue();
        row = row.placed(queue, row.priority(), due, tx.now());
        return savePlaced(from, placedData());
    }

    /** A new arrival that is still held. */
    public WorkRow placeHeld(QueueName queue) {
        QueueName from = row.queue();
        row = row.placedHeld(queue, tx.now());
        return savePlaced(from, placedData());
    }

    public void stop(String reason) {
        row = row.held(null, tx.now());
        event("serai.interaction.stopped", Map.of("stopReason", reason));
        tx.interactions().stop(row, reason);
        tx.work().delete(row);
    }

    public WorkRow hold(@Nullable Instant until) {
        row = row.held(until, tx.now());
        return save("serai.interaction.held", until == null ? Map.of() : Map.of("heldUntil", until.toString()));
    }

    public WorkRow resume() {
        row = row.resumed(tx.now());
        return save("serai.interaction.resumed", Map.of("queue", row.queue().value()));
    }

    public WorkRow quarantine(QuarantineTable.Cause cause) {
        row = row.quarantined(tx.now());
        tx.quarantine().insert(row.tenant(), row.id(), cause, tx.now());
        event(new NewEvent(
                "serai.interaction.quarantined",
                by.actor(),
                cause.reason(),
                null,
                by.generation(),
                Map.of("stage", cause.stage(), "cause", cause.cause())));
        tx.work().update(row);
        return row;
    }

    /** Out of quarantine into a queue. */
    public WorkRow leaveQuarantine(QueueName queue) {
        tx.quarantine().delete(row.tenant(), row.id());
        return move(queue, tx.now());
    }

    /** Back at its old place, due at a time; the attempt stays counted unless told otherwise. */
    public WorkRow release(Instant due, boolean counted, String eventType) {
        row = counted ? row.released(due, tx.now()) : row.releasedUncounted(due, tx.now());
        return save(eventType, Map.of("queue", row.queue().value()));
    }

    /** Saves what {@link #event} and {@link #priority} did without a change of hands. */
    public WorkRow keep() {
        tx.work().update(row);
        return row;
    }

    private WorkRow save(String type, Map<String, Object> data) {
        event(type, data);
        tx.work().update(row);
        return row;
    }

    private WorkRow savePlaced(QueueName from, Map<String, Object> data) {
        event("serai.interaction.placed", data);
        tx.work().place(from, row);
        return row;
    }

    private Map<String, Object> placedData() {
        Map<String, Object> data = new HashMap<>();
        data.put("queue", row.queue().value());
        data.put("placement", row.placement());
        data.put("priority", row.priority());
        if (row.availableAt().isAfter(tx.now())) {
            data.put("availableAt", row.availableAt().toString());
        }
        return data;
    }
}
