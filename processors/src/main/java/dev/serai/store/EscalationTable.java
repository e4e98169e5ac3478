package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How far each row's stay in its queue was escalated; a new stay begins anew. */
public final class EscalationTable {
    private final Sql sql;

    EscalationTable(Sql sql) {
        this.sql = sql;
    }

    /** A live interaction. */
    public record Candidate(String tenant, InteractionId id) {}

    /** What waits in a queue since a time or longer, could be taken now, and was not escalated that far. */
    public List<Candidate> due(QueueName queue, Instant cutoff, Duration after, Instant now, int limit) {
        return sql.query("work-escalable")
                .bind("queue", queue.value())
                .bind("cutoff", Sql.time(cutoff))
                .bind("after", after.toSeconds())
                .bind("now", Sql.time(now))
                .bind("limit", limit)
                .map((row, context) -> new Candidate(row.getString("tenant"), InteractionId.of(row.getString("id"))))
                .list();
    }

    /** The longest `after` that was applied in this stay; zero when none was. */
    public Duration applied(String tenant, InteractionId id) {
        return sql.query("work-escalated")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(Duration::ofSeconds)
                .orElse(Duration.ZERO);
    }

    public void apply(String tenant, InteractionId id, Duration after) {
        sql.later("work-escalate")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("after", after.toSeconds())
                .add();
    }
}
