package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** What mailboxes were seen to hold; never purged with the interactions. */
public final class LedgerTable {
    private final Sql sql;

    LedgerTable(Sql sql) {
        this.sql = sql;
    }

    /** False when the position is in the ledger already; nothing is written then. */
    public boolean insert(LedgerEntry entry, Instant now) {
        return bound(sql.update("ledger-insert"), entry, now).execute() == 1;
    }

    public void update(LedgerEntry entry, Instant now) {
        bound(sql.update("ledger-update"), entry, now).execute();
    }

    public Optional<LedgerEntry> load(String tenant, PointName point, String position) {
        return sql.query("ledger-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("position", position)
                .map(LedgerTable::read)
                .findOne();
    }

    /** The first entry of that mailbox with the same bytes. */
    public Optional<LedgerEntry> byRawDigest(String tenant, PointName point, String rawDigest) {
        return sql.query("ledger-by-raw-digest")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("rawDigest", rawDigest)
                .map(LedgerTable::read)
                .findOne();
    }

    /** All positions with a prefix and what became of them; those still failing carry their attempts. */
    public Map<String, Known> positions(String tenant, PointName point, String prefix) {
        Map<String, Known> known = new HashMap<>();
        sql.query("ledger-positions")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("prefix", prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .map((row, context) -> Map.entry(
                        row.getString("position"),
                        new Known(LedgerEntry.Result.of(row.getString("result")), row.getInt("attempts"))))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    /** What every mailbox saw of a Message-ID, the oldest first, at most 50. */
    public List<LedgerEntry> byMessageId(String tenant, String messageId) {
        return sql.query("ledger-by-message-id")
                .bind("tenant", tenant)
                .bind("messageId", clip(messageId, 998))
                .map(LedgerTable::read)
                .list();
    }

    /** Taken and repeated mail on which the server has not done afterProcessing yet, oldest first. */
    public List<LedgerEntry> unacknowledged(String tenant, PointName point, int limit) {
        return sql.query("ledger-unacknowledged")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("limit", limit)
                .map(LedgerTable::read)
                .list();
    }

    public void acknowledge(String tenant, PointName point, String position) {
        sql.update("ledger-acknowledge")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("position", position)
                .execute();
    }

    public List<Count> counts() {
        return sql.query("ledger-counts")
                .map((row, context) -> new Count(
                        PointName.of(row.getString("point")),
                        LedgerEntry.Result.of(row.getString("result")),
                        row.getLong("n")))
                .list();
    }

    /** Facts that a mailbox keeps about itself (JSON object text), present from its first contact on. */
    public Optional<String> pointFacts(String tenant, PointName point) {
        return sql.query("point-state-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .map((row, context) -> row.getString("facts"))
                .findOne();
    }

    public void insertPointFacts(String tenant, PointName point, String facts, Instant now) {
        sql.update("point-state-insert")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("at", Sql.time(now))
                .bind("facts", facts)
                .execute();
    }

    public void updatePointFacts(String tenant, PointName point, String facts) {
        sql.update("point-state-update")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("facts", facts)
                .execute();
    }

    /** What is known of a position without loading its entry. */
    public record Known(LedgerEntry.Result result, int attempts) {}

    public record Count(PointName point, LedgerEntry.Result result, long count) {}

    private static Update bound(Update update, LedgerEntry entry, Instant now) {
        return update.bind("tenant", entry.tenant())
                .bind("point", entry.point().value())
                .bind("position", entry.position())
                .bind("result", entry.result().word())
                .bind(
                        "interactionId",
                        entry.interactionId() == null
                                ? null
                                : entry.interactionId().value())
                .bind("rawDigest", entry.rawDigest())
                .bind("contentDigest", entry.contentDigest())
                .bind("messageId", clip(entry.messageId(), 998))
                .bind("size", entry.size())
                .bind("attempts", entry.attempts())
                .bind("reason", clip(entry.reason(), 1000))
                .bind("acknowledged", entry.acknowledged())
                .bind("seenAt", Sql.time(now));
    }

    private static @Nullable String clip(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        String clean = CleanText.of(text);
        return clean.length() <= limit ? clean : clean.substring(0, limit);
    }

    private static LedgerEntry read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new LedgerEntry(
                row.text("tenant"),
                PointName.of(row.text("point")),
                row.text("position"),
                LedgerEntry.Result.of(row.text("result")),
                row.idOrNull("interaction_id"),
                row.textOrNull("raw_digest"),
                row.textOrNull("content_digest"),
                row.textOrNull("message_id"),
                row.big("size"),
                row.number("attempts"),
                row.textOrNull("reason"),
                row.flag("acknowledged"));
    }
}
