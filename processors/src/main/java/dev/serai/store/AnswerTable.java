package dev.serai.store;

import dev.serai.interaction.InteractionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

/** What was sent automatically of late, for the caps on it. */
public final class AnswerTable {
    private final Sql sql;
    private final Tx tx;
    private final Ahead ahead;

    AnswerTable(Sql sql, Tx tx, Ahead ahead) {
        this.sql = sql;
        this.tx = tx;
        this.ahead = ahead;
    }

    /** Lets no other transaction of any node count until this one ends; what others committed is seen from then on. */
    public void lock() {
        if (!ahead.holdsAnswers()) {
            String unused = sql.query("answer-gate").mapTo(String.class).one();
            ahead.answersHeld();
        }
    }

    /**
     * How many there were since a moment.
     *
     * @param toAddress to the same address
     * @param inThread in the same thread
     * @param toDomain to the same domain
     * @param toSame to the same domain for mail that says the same
     */
    public record Counts(long toAddress, long inThread, long toDomain, long toSame) {}

    public Counts counts(String tenant, AnswerKey key, Instant since) {
        return sql.query("answer-counts")
                .bind("tenant", tenant)
                .bind("address", key.address())
                .bind("domain", key.domain())
                .bind("thread", key.thread().value())
                .bind("sameAs", key.sameAs() == null ? "" : key.sameAs())
                .bind("since", Sql.time(since))
                .map((row, context) -> read(row))
                .one();
    }

    public void insert(String tenant, AnswerKey key) {
        sql.later("answer-insert")
                .bind("tenant", tenant)
                .bind("id", InteractionId.next(Clock.systemUTC()).value())
                .bind("now", Sql.time(tx.now()))
                .bind("address", key.address())
                .bind("domain", key.domain())
                .bind("thread", key.thread().value())
                .bind("sameAs", key.sameAs())
                .add();
    }

    /** How many notifications an address got since a moment. */
    public long notifiedSince(String tenant, String address, Instant since) {
        return sql.query("answer-notified-since")
                .bind("tenant", tenant)
                .bind("address", ContactTable.normal(address))
                .bind("since", Sql.time(since))
                .mapTo(Long.class)
                .one();
    }

    /** An address gets one more notification. */
    public void notified(String tenant, String address) {
        sql.later("answer-notified-insert")
                .bind("tenant", tenant)
                .bind("id", InteractionId.next(Clock.systemUTC()).value())
                .bind("now", Sql.time(tx.now()))
                .bind("address", ContactTable.normal(address))
                .add();
    }

    /** Forgets those before a moment; returns how many. */
    public int purge(Instant before) {
        int notified = sql.update("answer-notified-purge")
                .bind("before", Sql.time(before))
                .execute();
        return notified
                + sql.update("answer-purge").bind("before", Sql.time(before)).execute();
    }

    private static Counts read(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("to_address"), row.getLong("in_thread"), row.getLong("to_domain"), row.getLong("to_same"));
    }
}
