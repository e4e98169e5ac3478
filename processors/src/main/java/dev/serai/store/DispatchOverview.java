package dev.serai.store;

import dev.serai.interaction.AccountName;
import dev.serai.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many dispatches of a tenant, or of all, for whoever looks at them; it changes nothing. What lists and counts outgoing mail
 * leaves out what was moved elsewhere or stopped before it left, which is told where it is; mail of which nobody knows
 * whether it left is always in it.
 */
public final class DispatchOverview {
    private final Sql sql;

    DispatchOverview(Sql sql) {
        this.sql = sql;
    }

    /** The newest of all tenants, of one state or of all. */
    public List<DispatchRow> list(DispatchRow.@Nullable State state, int limit) {
        return list(TenantTable.ALL, state, limit);
    }

    /** The newest of a tenant, or of all tenants. */
    public List<DispatchRow> list(String tenant, DispatchRow.@Nullable State state, int limit) {
        return sql.query("dispatch-list")
                .bind("tenant", tenant)
                .bind("state", state == null ? "" : state.word())
                .bind("limit", limit)
                .map(DispatchColumns::read)
                .list();
    }

    public List<Count> counts() {
        return counts(TenantTable.ALL);
    }

    /** Of a tenant, or of all. */
    public List<Count> counts(String tenant) {
        return sql.query("dispatch-counts")
                .bind("tenant", tenant)
                .map((result, context) -> count(result))
                .list();
    }

    /** What has not left yet, counted. */
    public List<Count> openCounts() {
        return sql.query("dispatch-open-counts")
                .map((result, context) -> count(result))
                .list();
    }

    /** What has not left, of a tenant or of all, by account, state and cause. */
    public List<DispatchGroup> groups(String tenant) {
        return sql.query("dispatch-groups")
                .bind("tenant", tenant)
                .map((result, context) -> group(new Row(result)))
                .list();
    }

    /** Whether it lies where it leaves from, or where a retry takes it back from. */
    public boolean isToLeave(String tenant, InteractionId id) {
        return sql.query("dispatch-is-to-leave")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static DispatchGroup group(Row row) throws SQLException {
        return new DispatchGroup(
                AccountName.of(row.text("account")),
                DispatchRow.State.of(row.text("state")),
                row.textOrNull("cause"),
                row.textOrNull("step"),
                row.big("n"),
                row.time("since"),
                row.time("latest"),
                row.time("oldest"),
                row.timeOrNull("next_at"),
                row.textOrNull("last_error"),
                row.id("id"),
                row.flag("retriable"));
    }

    /** The newest that a filter lets through. */
    public List<DispatchRow> find(String tenant, DispatchFilter filter) {
        var query = sql.query("dispatch-find", filter.tail()).bind("tenant", tenant);
        filter.values().forEach(query::bind);
        return query.map(DispatchColumns::read).list();
    }

    /**
     * A mail that answers an interaction, or passes it on.
     *
     * @param subtype of the outbound interaction
     */
    public record Answer(String subtype, DispatchRow dispatch) {}

    /** What was handed over of what an interaction's thread answered it with, oldest first, at most 200. */
    public List<Answer> answers(String tenant, InteractionId thread, InteractionId parent) {
        return sql.query("dispatch-of-parent")
                .bind("tenant", tenant)
                .bind("thread", thread.value())
                .bind("parent", parent.value())
                .map((result, context) ->
                        new Answer(result.getString("subtype"), DispatchColumns.read(result, context)))
                .list();
    }

    private static Count count(ResultSet result) throws SQLException {
        Row row = new Row(result);
        return new Count(
                AccountName.of(row.text("account")),
                DispatchRow.State.of(row.text("state")),
                row.big("n"),
                row.time("oldest"));
    }

    public record Count(AccountName account, DispatchRow.State state, long count, Instant oldest) {}
}
