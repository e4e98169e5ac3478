package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

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
        return bound(sql.update("ledger-insert"), entry, now).execute() == 1;
    }

    /** As {@link #insert}, of many at once. */
    public void insertAll(Collection<LedgerEntry> entries, Instant now) {
        for (LedgerEntry entry : entries) {
            ahead.wrote(entry);
            bound(sql.later("ledger-insert"), entry, now).add();
        }
    }

    /** Adds an entry with others of its group; when the position is there already by then, the group is applied again. */
    void add(LedgerEntry entry, Instant now) {
        ahead.wrote(entry);
        bound(sql.later("ledger-add"), entry, now).add();
    }

    public void update(LedgerEntry entry, Instant now) {
        ahead.wrote(entry);
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

    /** What that mailbox knows of a mail already, asked in one statement. */
    Kin kin(Arrival arrival) {
        return ahead.find(arrival).orElseGet(() -> kinNow(arrival));
    }

    /** The same of many mails, asked in one statement. */
    Map<Arrival, Kin> kin(KinAhead.Mailbox mailbox, List<Arrival> arrivals) {
        Map<String, LedgerEntry> here = new HashMap<>();
        Map<String, LedgerEntry> bytes = new HashMap<>();
        Map<String, List<LedgerEntry>> ids = new HashMap<>();
        sql.query("ledger-kin-all")
                .bind("tenant", mailbox.tenant())
                .bind("point", mailbox.point().value())
                .bindArray("positions", String.class, texts(arrivals, Arrival::position))
                .bindArray(
                        "rawDigests",
                        String.class,
                        texts(arrivals, one -> one.raw().sha256()))
                .bindArray("messageIds", String.class, texts(arrivals, one -> messageId(one.messageId())))
                .map((row, context) -> Map.entry(row.getString("kinship"), read(row, context)))
                .forEach(found -> {
                    LedgerEntry entry = found.getValue();
                    switch (found.getKey()) {
                        case "position" -> here.put(entry.position(), entry);
                        case "bytes" -> bytes.put("" + entry.rawDigest(), entry);
                        default ->
                            ids.computeIfAbsent("" + entry.messageId(), any -> new ArrayList<>())
                                    .add(entry);
                    }
                });
        Map<Arrival, Kin> kin = new HashMap<>();
        for (Arrival arrival : arrivals) {
            String digest = arrival.raw().sha256();
            kin.put(
                    arrival,
                    new Kin(
                            Optional.ofNullable(here.get(arrival.position())),
                            Optional.ofNullable(bytes.get(digest)),
                            ids.getOrDefault("" + messageId(arrival.messageId()), List.of()).stream()
                                    .filter(entry -> !digest.equals(entry.rawDigest()))
                                    .findFirst()));
        }
        return kin;
    }

    private static List<String> texts(List<Arrival> arrivals, Function<Arrival, @Nullable String> text) {
        return arrivals.stream().map(text).filter(Objects::nonNull).toList();
    }

    private Kin kinNow(Arrival arrival) {
        Map<String, LedgerEntry> found = new HashMap<>();
        sql.query("ledger-kin")
                .bind("tenant", arrival.tenant())
                .bind("point", arrival.point().value())
                .bind("position", arrival.position())
                .bind("rawDigest", arrival.raw().sha256())
                .bind("messageId", messageId(arrival.messageId()))
                .map((row, context) -> Map.entry(row.getString("kinship"), read(row, context)))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return new Kin(
                Optional.ofNullable(found.get("position")),
                Optional.ofNullable(found.get("bytes")),
                Optional.ofNullable(found.get("message-id")));
    }

    /**
     * What a mailbox knows of a mail.
     *
     * @param here the entry of its position
     * @param sameBytes the first entry with the same bytes
     * @param sameMessageId one with the same Message-ID and other bytes
     */
    record Kin(Optional<LedgerEntry> here, Optional<LedgerEntry> sameBytes, Optional<LedgerEntry> sameMessageId) {}

    /**
     * The interaction of a mail that counts once, by its content: the one given when its content is new, else the one that
     * came first. Of transactions at the same time one waits for the other.
     */
    InteractionId sameMail(String tenant, String contentDigest, InteractionId mine, Instant now) {
        int rows = sql.update("same-mail-insert")
                .bind("tenant", tenant)
                .bind("contentDigest", contentDigest)
                .bind("interactionId", mine.value())
                .bind("since", Sql.time(now))
                .execute();
        return rows == 1
                ? mine
                : sql.query("same-mail-load")
                        .bind("tenant", tenant)
                        .bind("contentDigest", contentDigest)
                        .map((row, context) -> InteractionId.of(row.getString(1)))
                        .one();
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
                .map(LedgerTable::read)
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
                .map(LedgerTable::read)
                .list();
    }

    /** Taken and repeated mail of one numbering on which the server has not done afterProcessing yet, oldest first. */
    public List<LedgerEntry> unacknowledged(String tenant, PointName point, String prefix, int limit) {
        return sql.query("ledger-unacknowledged")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .bind("prefix", beginning(prefix))
                .bind("limit", limit)
                .map(LedgerTable::read)
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

    /** When a mailbox was first looked into. */
    public Optional<Instant> firstContact(String tenant, PointName point) {
        return sql.query("point-state-load")
                .bind("tenant", tenant)
                .bind("point", point.value())
                .map((row, context) -> new Row(row).time("first_contact_at"))
                .findOne();
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

    private static <S extends SqlStatement<S>> S bound(S update, LedgerEntry entry, Instant now) {
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
                .bind("messageId", messageId(entry.messageId()))
                .bind("size", entry.size())
                .bind("receivedAt", Sql.time(entry.receivedAt()))
                .bind("attempts", entry.attempts())
                .bind("reason", clip(entry.reason(), 1000))
                .bind("acknowledged", entry.acknowledged())
                .bind("seenAt", Sql.time(now));
    }

    private static String beginning(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static @Nullable String messageId(@Nullable String messageId) {
        return messageId == null ? null : MessageIdKey.of(messageId);
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
                row.timeOrNull("received_at"),
                row.number("attempts"),
                row.textOrNull("reason"),
                row.flag("acknowledged"));
    }
}
