package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Bytes that transformers made: the whole mail under the number {@link #MAIL}, attachments under their numbers from 1, the
 * HTML under {@link #HTML}. In chunks of at most {@link RawTable#CHUNK} bytes, written and read one by one.
 */
public final class MadeTable {
    /** The number of the whole mail. */
    public static final int MAIL = 0;

    /** The number of the HTML, in UTF-8, where the mail's bytes say another; empty where they say one that was taken away. */
    public static final int HTML = -1;

    private final Sql sql;

    MadeTable(Sql sql) {
        this.sql = sql;
    }

    /** Stores one, in place of what was there. */
    public void put(String tenant, InteractionId id, int number, RawContent content) {
        delete(tenant, id, number);
        of(sql.update("made-insert"), tenant, id, number)
                .bind("size", content.size())
                .bind("sha256", content.sha256())
                .execute();
        int[] chunk = {0};
        content.eachChunk(
                RawTable.CHUNK,
                bytes -> of(sql.update("made-chunk-insert"), tenant, id, number)
                        .bind("chunk", chunk[0]++)
                        .bind("bytes", bytes)
                        .execute());
    }

    /** Gives another interaction the same; the database copies them. */
    public void copy(String tenant, InteractionId from, InteractionId to) {
        for (String statement : List.of("made-copy", "made-chunk-copy")) {
            sql.update(statement)
                    .bind("tenant", tenant)
                    .bind("from", from.value())
                    .bind("to", to.value())
                    .execute();
        }
    }

    /** The numbers that there are. */
    public List<Integer> numbers(String tenant, InteractionId id) {
        return sql.query("made-numbers")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(Integer.class)
                .list();
    }

    public void delete(String tenant, InteractionId id, int number) {
        of(sql.update("made-chunk-delete"), tenant, id, number).execute();
        of(sql.update("made-delete"), tenant, id, number).execute();
    }

    public boolean has(String tenant, InteractionId id, int number) {
        return facts(tenant, id, number).isPresent();
    }

    Optional<RawTable.RawFacts> facts(String tenant, InteractionId id, int number) {
        return of(sql.query("made-load"), tenant, id, number)
                .map((row, context) -> new RawTable.RawFacts(row.getLong("size"), row.getString("sha256")))
                .findOne();
    }

    byte[] chunk(String tenant, InteractionId id, int number, int chunk) {
        return of(sql.query("made-chunk-load"), tenant, id, number)
                .bind("chunk", chunk)
                .map((row, context) -> row.getBytes(1))
                .one();
    }

    private static <S extends SqlStatement<S>> S of(S statement, String tenant, InteractionId id, int number) {
        return statement.bind("tenant", tenant).bind("id", id.value()).bind("number", number);
    }
}
