package dev.serai.store;

import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hot table: who has what, in which order, behind which fence. */
public final class WorkTable {
    private final Sql sql;
    private final Tx tx;

    WorkTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** The conditional first statement of whatever ends work: empty means that the work was taken away. */
    public Optional<WorkRow> lock(Fence fence) {
        return tx.ahead()
                .work()
                .get(() -> lockNow(fence), fence.id().value(), fence.tenant())
                .filter(row ->
                        row.fence().equals(fence) && (row.state() == State.ROUTING || row.state() == State.ASSIGNED));
    }

    private Optional<WorkRow> lockNow(Fence fence) {
        return sql.query("work-lock-fenced")
                .bind("tenant", fence.tenant())
                .bind("id", fence.id().value())
                .bind("placement", fence.placement())
                .bind("claim", fence.claim())
                .map(WorkColumns::read)
                .findOne();
    }

    /** Locks live work by id, in the order of ids. */
    List<Map.Entry<String, WorkRow>> lockAll(List<String> tenant, List<String> ids) {
        return sql.query("work-lock-all")
                .bind("tenant", tenant.get(0))
                .bindArray("ids", String.class, ids)
                .map(WorkColumns::read)
                .map(row -> Map.entry(row.id().value(), row))
                .list();
    }

    /** Locks a live interaction whoever has it, for an operator's change. */
    public Optional<WorkRow> lock(String tenant, InteractionId id) {
        return one("work-lock", tenant, id);
    }

    public Optional<WorkRow> load(String tenant, InteractionId id) {
        return one("work-load", tenant, id);
    }

    /** @throws ForeignQueueException when its queue is another tenant's */
    public void insert(WorkRow row) {
        tx.tenants().require(row);
        tx.views()
                .columns(row)
                .bind(WorkColumns.bound(sql.later("work-insert"), row))
                .add();
        tx.ahead().changed(row.tenant(), row.id());
        wakeIfDue(row);
    }

    public void update(WorkRow row) {
        WorkColumns.bound(sql.later("work-update"), row).add();
        tx.ahead().changed(row.tenant(), row.id());
        wakeIfDue(row);
    }

    /** As {@link #update}, of a row that came out of a queue: what views see and what escalations did begins anew. */
    void place(QueueName from, WorkRow row) {
        tx.tenants().require(row);
        if (tx.lookout().isKept(from) || tx.lookout().isKept(row.queue())) {
            tx.views()
                    .columns(row)
                    .bind(WorkColumns.bound(sql.later("work-place"), row))
                    .add();
            tx.ahead().changed(row.tenant(), row.id());
            wakeIfDue(row);
        } else {
            update(row);
        }
    }

    public void delete(WorkRow row) {
        sql.later("work-delete")
                .bind("tenant", row.tenant())
                .bind("id", row.id().value())
                .add();
        tx.ahead().changed(row.tenant(), row.id());
    }

    /**
     * Due work of a queue in its order, locked, skipping what others have locked. What is another tenant's than the queue
     * is put aside.
     */
    public List<WorkRow> claimable(QueueName queue, @Nullable String tenant, int limit) {
        return new Strangers(tx).without(() -> due(queue, tenant, limit));
    }

    private List<WorkRow> due(QueueName queue, @Nullable String tenant, int limit) {
        var query = sql.query(tenant == null ? "work-claimable" : "work-claimable-of-tenant")
                .bind("queue", queue.value())
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit);
        return (tenant == null ? query : query.bind("tenant", tenant))
                .map(WorkColumns::read)
                .list();
    }

    /** Work whose lease ran out before now, locked. */
    public List<WorkRow> expired(int limit) {
        return overdue("work-expired", limit);
    }

    /** Held work whose time is over, locked. */
    public List<WorkRow> holdOver(int limit) {
        return overdue("work-hold-over", limit);
    }

    /** What a client has assigned from a queue. */
    public List<WorkRow> ownedBy(String owner, String tenant, QueueName queue) {
        return sql.query("work-owned")
                .bind("owner", owner)
                .bind("tenant", tenant)
                .bind("queue", queue.value())
                .map(WorkColumns::read)
                .list();
    }

    /** True when the fence still held and its lease now ends at the given time. */
    public boolean renew(Fence fence, Instant until) {
        return sql.update("work-renew")
                        .bind("tenant", fence.tenant())
                        .bind("id", fence.id().value())
                        .bind("placement", fence.placement())
                        .bind("claim", fence.claim())
                        .bind("leaseUntil", Sql.time(until))
                        .execute()
                == 1;
    }

    /** As {@link #renew}, for many, and nobody asks which of them held. */
    public void renewAll(List<Fence> fences, Instant until) {
        fences.forEach(fence -> sql.later("work-renew")
                .bind("tenant", fence.tenant())
                .bind("id", fence.id().value())
                .bind("placement", fence.placement())
                .bind("claim", fence.claim())
                .bind("leaseUntil", Sql.time(until))
                .add());
    }

    /** Of a thread, but for one member: what waits for a reply, and what a strategy is deciding on. */
    public List<InteractionId> wakeable(String tenant, InteractionId thread, InteractionId but) {
        return sql.query("work-wakeable")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("but", but.value())
                .map((row, context) -> InteractionId.of(row.getString("id")))
                .list();
    }

    private void wakeIfDue(WorkRow row) {
        if (row.state() == State.QUEUED && !row.availableAt().isAfter(tx.now())) {
            tx.wake(row.queue());
        }
    }

    private List<WorkRow> overdue(String name, int limit) {
        return sql.query(name)
                .bind("now", Sql.time(tx.now()))
                .bind("limit", limit)
                .map(WorkColumns::read)
                .list();
    }

    private Optional<WorkRow> one(String name, String tenant, InteractionId id) {
        return sql.query(name)
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map(WorkColumns::read)
                .findOne();
    }
}
