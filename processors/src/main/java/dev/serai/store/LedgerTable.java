package dev.serai.store;

import dev.serai.interaction.PointName;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What mailboxes were seen to hold; never purged with the interactions. */
public final class LedgerTable {
    private final Sql sql;
    private final KinAhead ahead;

    LedgerTable(Sql sql, KinAhead ahead) {
        this.sql = sql;
        this.ahead = ahead;
    }

    /** False when the position is in the ledger already; nothing is written then. */
    public boolean insert(LedgerEntry entry, Instant now) {
        ahead.wrote(entry);
        return LedgerRow.bound(sql.now("ledger-insert"), entry, now).run() == 1;
    }

    /** As {@link #insert}, of many at once. */
    public void insertAll(Collection<LedgerEntry> entries, Instant now) {
        for (LedgerEntry entry : entries) {
            ahead.wrote(entry);
            LedgerRow.bound(sql.later("ledger-insert"), entry, now).add();
        }
    }

    /** Adds an entry with others of its group; when the position is there already by then, the group is applied again. */
    void add(LedgerEntry entry, Instant now) {
        ahead.wrote(entry);
        LedgerRow.bound(sql.later("ledger-add"), entry, now).add();
    }

    public void update(LedgerEntry entry, Instant now) {
        ahead.wrote(entry);
        int unused = LedgerRow.bound(sql.now("ledger-update"), entry, now).run();
    }

    public Optional<LedgerEntry> load(String tenant, PointName point, String position) {
        return sql.query("ledger-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("position", position)
                .map(LedgerRow::read)
                .findOne();
    }

    /** Entries of a mailbox with one of these Message-IDs, the oldest first. */
    public List<LedgerEntry> byMessageIds(String tenant, PointName point, Collection<String> messageIds) {
        return sql.query("ledger-by-message-ids")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bindArray(
                        "messageIds",
                        String.class,
                        messageIds.stream().map(MessageIdKey::of).toList())
                .map(LedgerRow::read)
                .list();
    }

    /** Positions in quarantine that an operator wants fetched again. */
    public List<String> askedAgain(String tenant, PointName point, String prefix, int limit) {
        return sql.query("ledger-asked-again")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("prefix", beginning(prefix))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** What became of those of these positions that are in the ledger; those still failing carry their attempts. */
    public Map<String, Known> known(String tenant, PointName point, List<String> positions) {
        Map<String, Known> known = new HashMap<>();
        sql.query("ledger-known")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bindArray("positions", String.class, positions)
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
                .bind("messageId", MessageIdKey.of(messageId))
                .map(LedgerRow::read)
                .list();
    }

    /** Taken and repeated mail of one numbering on which the server has not done afterProcessing yet, oldest first. */
    public List<LedgerEntry> unacknowledged(String tenant, PointName point, String prefix, int limit) {
        return sql.query("ledger-unacknowledged")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("prefix", beginning(prefix))
                .bind("limit", limit)
                .map(LedgerRow::read)
                .list();
    }

    public void acknowledge(String tenant, PointName point, String position) {
        sql.later("ledger-acknowledge")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("position", position)
                .add();
    }

    /** Gives up afterProcessing of what lay under earlier numberings: it cannot be named on the server any more. */
    public void forgetUnacknowledged(String tenant, PointName point, String prefix) {
        sql.update("ledger-forget-unacknowledged")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("prefix", beginning(prefix))
                .execute();
    }

    /** When a mailbox's mail last came, taken or a repeat. */
    public Optional<Instant> lastMail(String tenant, PointName point) {
        return sql.query("ledger-last-mail")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .map((row, context) -> Optional.ofNullable(new Row(row).timeOrNull("at")))
                .one();
    }

    public List<Count> counts() {
        return sql.query("ledger-counts")
                .map((row, context) -> new Count(
                        PointName.of(row.getString("point")),
                        LedgerEntry.Result.of(row.getString("result")),
                        row.getLong("n")))
                .list();
    }

    /** What is known of a position without loading its entry. */
    public record Known(LedgerEntry.Result result, int attempts) {}

    public record Count(PointName point, LedgerEntry.Result result, long count) {}

    private static String beginning(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
