package dev.serai.store;

import dev.serai.store.EventLog.Event;
import java.util.List;

/** The one order of all facts: how far it goes, and from where on it is whole. */
public final class EventStream {
    private final Sql sql;

    EventStream(Sql sql) {
        this.sql = sql;
    }

    /**
     * How far the order goes.
     *
     * @param head the last position given
     * @param forgotten facts up to this position may be deleted; who read so far missed none
     * @param waiting whether committed facts wait for a position
     */
    public record Extent(long head, long forgotten, boolean waiting) {}

    /** How far the order goes right now. */
    public Extent extent() {
        return sql.query("event-stream")
                .map((row, context) ->
                        new Extent(row.getLong("position"), row.getLong("forgotten"), row.getBoolean("waiting")))
                .one();
    }

    /** Facts after a position, in order. */
    public List<Event> after(long position, int limit) {
        return sql.query("event-after")
                .bind("after", position)
                .bind("limit", limit)
                .map(EventLog::read)
                .list();
    }

    /** Gives positions to committed facts that have none; returns how many. Only the sequencer may call it. */
    int sequence(int limit) {
        long head = sql.query("event-head-lock").mapTo(Long.class).one();
        List<String[]> waiting = sql.query("event-unsequenced")
                .bind("limit", limit)
                .map((row, context) ->
                        new String[] {row.getString("tenant"), row.getString("subject"), row.getString("seq")})
                .list();
        for (String[] key : waiting) {
            sql.later("event-sequence")
                    .bind("tenant", key[0])
                    .bind("subject", key[1])
                    .bind("seq", Integer.parseInt(key[2]))
                    .bind("position", ++head)
                    .add();
        }
        if (!waiting.isEmpty()) {
            sql.update("event-head-move").bind("position", head).execute();
        }
        return waiting.size();
    }
}
