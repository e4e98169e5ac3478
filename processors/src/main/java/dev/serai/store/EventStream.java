package dev.serai.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.serai.store.EventLog.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

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

    /**
     * What events are about.
     *
     * @param id an interaction's, or a kind with a colon and a name
     */
    public record Subject(String tenant, String id) {
        public static Subject of(Event event) {
            return new Subject(event.tenant(), event.subject());
        }

        public boolean isInteraction() {
            return id.indexOf(':') < 0;
        }
    }

    /**
     * By which point an interaction came in.
     *
     * @param form json or xml: the one that the point last operated it in; null where nobody needs to know
     */
    public record Source(String point, @Nullable String form) {}

    /** By which capture points interactions came in; those that came in by none are absent. */
    public Map<Subject, Source> sources(Collection<Subject> interactions) {
        Map<Subject, Source> found = new HashMap<>();
        Map<String, List<String>> byTenant =
                interactions.stream().collect(groupingBy(Subject::tenant, mapping(Subject::id, toList())));
        byTenant.forEach((tenant, ids) -> sql.query("event-points")
                .bind("tenant", tenant)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> Map.entry(
                        new Subject(tenant, row.getString("id")),
                        new Source(row.getString("capture_point"), row.getString("point_form"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }

    /** How far the order goes right now. */
    public Extent extent() {
        return sql.query("event-stream")
                .map((row, context) ->
                        new Extent(row.getLong("position"), row.getLong("forgotten"), row.getBoolean("waiting")))
                .one();
    }

    /** The same for a tenant, or for all: a tenant's order goes as far as its own facts do. */
    public Extent extent(String tenant) {
        Extent whole = extent();
        if (tenant.equals(TenantTable.ALL)) {
            return whole;
        }
        long last = sql.query("event-last-of-tenant")
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .one();
        return new Extent(Math.max(last, whole.forgotten()), whole.forgotten(), whole.waiting());
    }

    /** Facts after a position, in order. */
    public List<Event> after(long position, int limit) {
        return after(TenantTable.ALL, position, limit);
    }

    /** Those of a tenant, or of all. */
    public List<Event> after(String tenant, long position, int limit) {
        var query = tenant.equals(TenantTable.ALL)
                ? sql.query("event-after")
                : sql.query("event-after-of-tenant").bind("tenant", tenant);
        return query.bind("after", position)
                .bind("limit", limit)
                .map(EventLog::read)
                .list();
    }

    /**
     * Deletes facts from before a time that every follower has taken: what was about interactions only when they stopped
     * before that time, and never the last fact of a point, a queue or the files.
     *
     * @param upTo the position of the follower that is furthest behind
     * @return how many
     */
    public int forget(Instant before, long upTo, int limit) {
        List<Key> outdated = sql.query("event-outdated")
                .bind("upTo", upTo)
                .bind("before", Sql.time(before))
                .bind("limit", limit)
                .map((row, context) -> Key.read(row))
                .list();
        for (Key key : outdated) {
            key.bind(sql.later("event-delete")).add();
        }
        if (!outdated.isEmpty()) {
            sql.update("event-forget")
                    .bind("position", outdated.get(outdated.size() - 1).position())
                    .execute();
        }
        return outdated.size();
    }

    private record Key(String tenant, String subject, int seq, long position) {
        static Key read(ResultSet row) throws SQLException {
            return new Key(
                    row.getString("tenant"), row.getString("subject"), row.getInt("seq"), row.getLong("position"));
        }

        Batch bind(Batch statement) {
            return statement.bind("tenant", tenant).bind("subject", subject).bind("seq", seq);
        }
    }

    /** Gives positions to committed facts that have none; returns how many. Only the sequencer may call it. */
    int sequence(int limit) {
        long head = sql.query("event-head-lock").mapTo(Long.class).one();
        List<Key> waiting = sql.query("event-unsequenced")
                .bind("limit", limit)
                .map((row, context) -> Key.read(row))
                .list();
        if (!waiting.isEmpty()) {
            number(head, waiting);
            sql.update("event-head-move")
                    .bind("position", head + waiting.size())
                    .execute();
        }
        return waiting.size();
    }

    private void number(long head, List<Key> facts) {
        sql.update("event-sequence")
                .bindArray(
                        "tenants", String.class, facts.stream().map(Key::tenant).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        facts.stream().map(Key::subject).toList())
                .bindArray("seqs", Integer.class, facts.stream().map(Key::seq).toList())
                .bindArray(
                        "positions",
                        Long.class,
                        LongStream.rangeClosed(head + 1, head + facts.size())
                                .boxed()
                                .toList())
                .execute();
    }
}
