package dev.serai.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** How far each follower of the event log came. */
public final class FollowerTable {
    private final Sql sql;
    private final Tx tx;

    FollowerTable(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /**
     * A follower's place in the log.
     *
     * @param position of the last event that its sink took
     * @param movedAt when it took it
     * @param failingSince since when its sink refuses, null while it takes
     * @param reason why it refuses
     */
    public record Cursor(
            String name,
            long position,
            Instant movedAt,
            @Nullable Instant failingSince,
            @Nullable String reason) {
        static Cursor read(ResultSet result, StatementContext context) throws SQLException {
            Row row = new Row(result);
            return new Cursor(
                    row.text("name"),
                    row.big("position"),
                    row.time("moved_at"),
                    row.timeOrNull("failing_since"),
                    row.textOrNull("reason"));
        }
    }

    public List<Cursor> all() {
        return sql.query("follower-list").map(Cursor::read).list();
    }

    public Optional<Cursor> find(String name) {
        return sql.query("follower-find").bind("name", name).map(Cursor::read).findOne();
    }

    /** A follower's first place; one that has a place keeps it. */
    public void begin(String name, long position) {
        sql.update("follower-insert")
                .bind("name", name)
                .bind("position", position)
                .bind("now", Sql.time(tx.now()))
                .execute();
    }

    /** Moves on from where it was; false, and nothing moves, when it is elsewhere: another node moved it. */
    public boolean move(String name, long from, long to) {
        return sql.update("follower-move")
                        .bind("name", name)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", Sql.time(tx.now()))
                        .execute()
                == 1;
    }

    /** Its sink refused; since when it does is kept from the first time on. */
    public void fail(String name, String reason) {
        sql.update("follower-fail")
                .bind("name", name)
                .bind("reason", reason.length() > 1000 ? reason.substring(0, 1000) : reason)
                .bind("now", Sql.time(tx.now()))
                .execute();
    }

    /** Its place is forgotten: it begins anew when it comes back. */
    public void forget(String name) {
        sql.update("follower-delete").bind("name", name).execute();
    }
}
