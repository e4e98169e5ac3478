package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.Fence;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way out: one row per outbound interaction that was ever to be sent. */
public final class DispatchTable {
    private final Sql sql;
    private final Ahead ahead;

    DispatchTable(Sql sql, Ahead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    public void insert(DispatchRow row) {
        DispatchColumns.bound(sql.later("dispatch-insert"), row)
                .bind("messageId", row.messageId())
                .bind("createdAt", Sql.time(row.createdAt()))
                .add();
        forget(row.tenant(), row.id());
    }

    public void update(DispatchRow row) {
        DispatchColumns.bound(sql.later("dispatch-update"), row).add();
        forget(row.tenant(), row.id());
    }

    /** Its time runs from now, unless it runs already. */
    public void triedSince(String tenant, InteractionId id, Instant now) {
        sql.later("dispatch-tried-since")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("now", Sql.time(now))
                .add();
        forget(tenant, id);
    }

    /**
     * The moment before DATA of a try, by who holds that fence.
     *
     * @param divertedTo the address that the try goes to instead of the recipients; null = it goes to them
     */
    public void sending(Fence fence, @Nullable String divertedTo, Instant now) {
        sql.later("dispatch-sending")
                .bind("tenant", fence.tenant())
                .bind("id", fence.id().value())
                .bind("claim", fence.claim())
                .bind("divertedTo", divertedTo)
                .bind("now", Sql.time(now))
                .add();
        forget(fence.tenant(), fence.id());
    }

    /** The address that the latest try went to instead of its recipients; empty where it went to them, or there was none. */
    public Optional<String> divertedTo(String tenant, InteractionId id) {
        return sql.query("dispatch-diverted-to")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Whether the latest moment before DATA was recorded behind that fence. */
    public boolean isTryOf(Fence fence) {
        return sql.query("dispatch-is-try-of")
                .bind("tenant", fence.tenant())
                .bind("id", fence.id().value())
                .bind("claim", fence.claim())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    public Optional<DispatchRow> load(String tenant, InteractionId id) {
        return ahead.dispatches().get(() -> loadNow(tenant, id), id.value(), tenant);
    }

    /** What the database says now, whatever was read before a lock was taken. */
    public Optional<DispatchRow> loadAnew(String tenant, InteractionId id) {
        forget(tenant, id);
        return loadNow(tenant, id);
    }

    private Optional<DispatchRow> loadNow(String tenant, InteractionId id) {
        return sql.query("dispatch-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map(DispatchColumns::read)
                .findOne();
    }

    /** Those whose moment before DATA is older than a time and whose interaction was stopped since, locked; at most so many. */
    public List<DispatchRow> abandoned(Instant before, int limit) {
        return sql.query("dispatch-abandoned")
                .bind("before", Sql.time(before))
                .bind("limit", limit)
                .map(DispatchColumns::read)
                .list();
    }

    /** Reads those of many interactions in one statement; {@link #load} finds them then. */
    public void readAhead(String tenant, List<InteractionId> ids) {
        ids.forEach(id -> ahead.dispatches().want(id.value(), tenant));
        ahead.dispatches().read(this::loadAll);
    }

    List<Map.Entry<String, DispatchRow>> loadAll(List<String> tenant, List<String> ids) {
        return sql.query("dispatch-load-all")
                .bind("tenant", tenant.get(0))
                .bindArray("ids", String.class, ids)
                .map(DispatchColumns::read)
                .map(row -> Map.entry(row.id().value(), row))
                .list();
    }

    private void forget(String tenant, InteractionId id) {
        ahead.dispatches().forget(id.value(), tenant);
    }

    /** What an account's server or login deferred, and no fault of its own, is due now. */
    public void hurry(AccountName account, QueueName queue, Instant now) {
        sql.update("dispatch-hurry-work")
                .bind("queue", queue.value())
                .bind("account", account.value())
                .bind("now", Sql.time(now))
                .execute();
        sql.update("dispatch-hurry")
                .bind("account", account.value())
                .bind("now", Sql.time(now))
                .execute();
    }
}
