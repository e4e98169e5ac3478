package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.interaction.QueueName;
import dev.serai.store.OutboundRow.Approval;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Which outbound interactions the hub composed. Written by who composes, never by who submits: what has no row here never leaves. */
public final class OutboundTable {
    private static final int LONGEST = 128;

    private final Sql sql;
    private final Tx tx;

    OutboundTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /**
     * @param author who wants it, unless the transaction acts in somebody's name
     * @param byHub whether the hub or a strategy wants it, no client
     */
    public void insert(String tenant, InteractionId id, String author, boolean byHub, @Nullable QueueName fromQueue) {
        sql.later("outbound-insert")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("author", clipped(tx.actorOr(author)))
                .bind("byHub", byHub)
                .bind("fromQueue", fromQueue == null ? null : fromQueue.value())
                .add();
    }

    public Optional<OutboundRow> load(String tenant, InteractionId id) {
        return sql.query("outbound-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map(OutboundTable::read)
                .findOne();
    }

    /** Of a row that the transaction has locked by its work. */
    public void approve(String tenant, InteractionId id, Approval approval) {
        sql.update("outbound-approve")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("by", clipped(approval.by()))
                .bind("at", Sql.time(approval.at()))
                .bind("placement", approval.placement())
                .bind("digest", approval.digest())
                .bind("account", approval.account())
                .execute();
    }

    /** No approval counts any more, and who did it is remembered. */
    public void reject(String tenant, InteractionId id, String by) {
        sql.update("outbound-reject")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("by", clipped(by))
                .execute();
    }

    /** It was changed: no approval counts any more, and who did it wrote some of it. */
    public void edited(String tenant, InteractionId id, OutboundRow before, String editor) {
        Set<String> editors = new LinkedHashSet<>(before.editors());
        editors.add(clipped(tx.actorOr(editor)));
        sql.update("outbound-edited")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("editors", Json.write(editors))
                .execute();
    }

    private static String clipped(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }

    private static OutboundRow read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        String by = row.textOrNull("approved_by");
        return new OutboundRow(
                row.text("author"),
                row.flag("by_hub"),
                row.queueOrNull("from_queue"),
                List.of(Json.read(row.text("editors"), String[].class)),
                row.textOrNull("rejected_by"),
                by == null
                        ? null
                        : new Approval(
                                by,
                                row.time("approved_at"),
                                row.number("approved_placement"),
                                row.text("approved_digest"),
                                row.text("approved_account")));
    }
}
