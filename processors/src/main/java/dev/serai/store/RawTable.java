package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Raw bytes of interactions, in chunks of at most {@link #CHUNK} bytes, written and read one by one. */
public final class RawTable {
    /** 256 KiB: what each reader holds, and a driver may hold three times while it comes. */
    public static final int CHUNK = 1 << 18;

    private final Sql sql;

    RawTable(Sql sql) {
        this.sql = sql;
    }

    public void insert(String tenant, InteractionId id, RawContent content) {
        sql.later("raw-insert")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("size", content.size())
                .bind("sha256", content.sha256())
                .add();
        int[] number = {0};
        content.eachChunk(CHUNK, bytes -> {
            if (content.size() <= CHUNK) {
                chunk(sql.later("raw-chunk-insert"), tenant, id, 0)
                        .bind("bytes", bytes)
                        .add();
            } else {
                // one by one, so that a large mail is never in memory as a whole
                int unused = chunk(sql.now("raw-chunk-insert"), tenant, id, number[0]++)
                        .bind("bytes", bytes)
                        .run();
            }
        });
    }

    /** Gives another interaction the same bytes; the database copies them. */
    public void copy(String tenant, InteractionId from, InteractionId to) {
        for (String statement : List.of("raw-copy", "raw-chunk-copy")) {
            sql.update(statement)
                    .bind("tenant", tenant)
                    .bind("from", from.value())
                    .bind("to", to.value())
                    .execute();
        }
    }

    /** Removes the original, of which a rewritten form is kept. */
    public void delete(String tenant, InteractionId id) {
        for (String statement : List.of("raw-chunk-delete", "raw-delete")) {
            sql.update(statement).bind("tenant", tenant).bind("id", id.value()).execute();
        }
    }

    public Optional<RawFacts> facts(String tenant, InteractionId id) {
        return sql.query("raw-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map((row, context) -> new RawFacts(row.getLong("size"), row.getString("sha256")))
                .findOne();
    }

    /**
     * What leaves for outbound interactions, by their ids: what transformers made, else what was composed. What is larger
     * than that is left out, to be read when its turn comes.
     */
    public Map<String, SmallMail> smallMails(String tenant, List<InteractionId> ids, int most) {
        Map<String, SmallMail> mails = new HashMap<>();
        sql.query("raw-to-send")
                .bind("tenant", tenant)
                .bindArray(
                        "ids",
                        String.class,
                        ids.stream().map(InteractionId::value).toList())
                .bind("most", most)
                .map((row, context) -> Map.entry(
                        row.getString("id"),
                        new SmallMail(
                                StoredRaw.loaded(
                                        new RawFacts(row.getLong("size"), row.getString("sha256")),
                                        row.getBytes("bytes")),
                                row.getBoolean("transformed"))))
                .forEach(found -> mails.put(found.getKey(), found.getValue()));
        return mails;
    }

    /**
     * A mail that is in memory.
     *
     * @param transformed whether outbound transformers made it, with the account's header lines in it
     */
    public record SmallMail(StoredRaw raw, boolean transformed) {}

    /** One chunk, counted from 0. */
    byte[] chunk(String tenant, InteractionId id, int number) {
        return sql.query("raw-chunk-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("chunk", number)
                .map((row, context) -> row.getBytes(1))
                .one();
    }

    private static Batch chunk(Batch statement, String tenant, InteractionId id, int number) {
        return statement.bind("tenant", tenant).bind("id", id.value()).bind("chunk", number);
    }

    /** Size in bytes and digest (lower-case hex) of a stored raw. */
    public record RawFacts(long size, String sha256) {}
}
