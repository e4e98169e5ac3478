package dev.serai.store;

import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Facts, numbered per subject in the transaction that causes them. */
public final class EventLog {
    /** What meters count by queue. */
    private static final Set<String> COUNTED =
            Set.of("serai.interaction.submitted", "serai.interaction.placed", "serai.interaction.lease-expired");

    private final Sql sql;
    private final Tx tx;

    EventLog(Sql sql, Tx tx) {
        this.sql = sql;
        this.tx = tx;
    }

    /** Appends a fact about a live interaction whose row the transaction has locked or born; yields the row to save. */
    public WorkRow append(WorkRow row, NewEvent event) {
        WorkRow next = row.withEvents(1);
        Instant at = row.changedAt().isAfter(tx.now()) ? row.changedAt() : tx.now();
        insert(row.tenant(), row.id().value(), next.eventSeq(), event, at);
        return next;
    }

    /** Appends a fact about a stopped interaction; nothing when it is gone. */
    public void appendStopped(String tenant, InteractionId id, NewEvent event) {
        tx.interactions()
                .nextEventOfStopped(tenant, id)
                .ifPresent(seq -> insert(tenant, id.value(), seq, event, tx.now()));
    }

    /** Appends a fact about a capture point. */
    public void append(String tenant, PointName point, NewEvent event) {
        append(tenant, "point:" + point.value(), event);
    }

    /** Appends a fact about a subject that is no interaction. */
    public void append(String tenant, String subject, NewEvent event) {
        int known = bindSubject(sql.now("subject-seq-insert"), tenant, subject).run();
        int seq = sql.query("subject-seq-lock")
                        .bind("tenant", tenant)
                        .bind("subject", subject)
                        .mapTo(Integer.class)
                        .one()
                + 1;
        int moved = bindSubject(sql.now("subject-seq-move"), tenant, subject)
                .bind("seq", seq)
                .run();
        insert(tenant, subject, seq, event, tx.now());
    }

    /** All facts about an interaction, in order. */
    public List<Event> timeline(String tenant, InteractionId id) {
        return timeline(tenant, id.value());
    }

    /** All facts about a subject: an interaction's id or `point:` and a name. */
    public List<Event> timeline(String tenant, String subject) {
        return sql.query("event-timeline")
                .bind("tenant", tenant)
                .bind("subject", subject)
                .map(EventLog::read)
                .list();
    }

    /** The last fact about a capture point that an actor caused. */
    public Optional<Event> last(String tenant, PointName point, String actor) {
        return sql.query("event-last")
                .bind("tenant", tenant)
                .bind("subject", "point:" + point.value())
                .bind("actor", actor)
                .map(EventLog::read)
                .findOne();
    }

    /**
     * A fact about to be recorded.
     *
     * @param type `serai.interaction.placed` and its like
     * @param actor who caused it: intake, strategy-&lt;queue&gt;, a client's name, `point:` and a name, dispatch, operator
     * @param reason in words, null where the type says it all
     * @param step the strategy step, null elsewhere
     * @param generation the set of files that decided, null where none did
     */
    public record NewEvent(
            String type,
            String actor,
            @Nullable String reason,
            @Nullable String step,
            @Nullable String generation,
            Map<String, Object> data) {

        public static NewEvent of(String type, String actor) {
            return new NewEvent(type, actor, null, null, null, Map.of());
        }

        public NewEvent because(@Nullable String words) {
            return new NewEvent(type, actor, words, step, generation, data);
        }

        public NewEvent by(@Nullable String generationId) {
            return new NewEvent(type, actor, reason, step, generationId, data);
        }

        public NewEvent with(Map<String, Object> changed) {
            return new NewEvent(type, actor, reason, step, generation, changed);
        }
    }

    /** A recorded fact; `position` is 0 until the sequencer has seen it. */
    public record Event(
            String tenant,
            String subject,
            int seq,
            String type,
            Instant at,
            String actor,
            @Nullable String reason,
            @Nullable String step,
            @Nullable String generation,
            Map<String, Object> data,
            long position) {}

    private void insert(String tenant, String subject, int seq, NewEvent event, Instant at) {
        if (COUNTED.contains(event.type()) && event.data().get("queue") instanceof String queue) {
            tx.count(event.type(), queue);
        }
        String reason = event.reason() == null ? null : CleanText.of(event.reason());
        bindSubject(sql.later("event-insert"), tenant, subject)
                .bind("seq", seq)
                .bind("type", event.type())
                .bind("at", Sql.time(at))
                .bind("actor", tx.actorOr(event.actor()))
                .bind("reason", reason != null && reason.length() > 1000 ? reason.substring(0, 1000) : reason)
                .bind("step", event.step())
                .bind("generation", event.generation())
                .bind("data", CleanText.of(Json.write(data(event))))
                .add();
    }

    /** Where a key acts through a point the key is the actor, and the point is told beside it. */
    private Map<String, Object> data(NewEvent event) {
        if (!PointName.isActor(event.actor()) || tx.actorOr(event.actor()).equals(event.actor())) {
            return event.data();
        }
        Map<String, Object> data = new LinkedHashMap<>(event.data());
        data.putIfAbsent("point", PointName.ofActor(event.actor()).value());
        return data;
    }

    private static Batch bindSubject(Batch statement, String tenant, String subject) {
        return statement.bind("tenant", tenant).bind("subject", subject);
    }

    static Event read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Event(
                row.text("tenant"),
                row.text("subject"),
                row.number("seq"),
                row.text("type"),
                row.time("at"),
                row.text("actor"),
                row.textOrNull("reason"),
                row.textOrNull("step"),
                row.textOrNull("generation"),
                Json.readObject(row.text("data")),
                row.big("position"));
    }
}
