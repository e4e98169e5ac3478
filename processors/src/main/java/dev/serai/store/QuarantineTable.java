package dev.serai.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.CleanText;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Why what the hub could not process waits, and where it would go back to. */
public final class QuarantineTable {
    private final Sql sql;

    QuarantineTable(Sql sql) {
        this.sql = sql;
    }

    public void insert(String tenant, InteractionId id, Cause cause, Instant now) {
        sql.update("quarantine-insert")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("stage", cause.stage())
                .bind("cause", cause.cause())
                .bind("reason", clip(CleanText.of(cause.reason())))
                .bind("backTo", cause.backTo().value())
                .bind("since", Sql.time(now))
                .execute();
    }

    /** Remembers where the mail lies that could not be fetched. */
    public void liesAt(String tenant, InteractionId id, String position) {
        sql.update("quarantine-lies-at")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("position", position)
                .execute();
    }

    /** Where the mail lies; empty where its bytes are in the store. */
    public Optional<String> position(String tenant, InteractionId id) {
        return sql.query("quarantine-position")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne();
    }

    /** Says anew why it waits. */
    public void explain(String tenant, InteractionId id, String reason) {
        sql.update("quarantine-explain")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .bind("reason", clip(CleanText.of(reason)))
                .execute();
    }

    public void delete(String tenant, InteractionId id) {
        sql.update("quarantine-delete")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .execute();
    }

    public Optional<Case> load(String tenant, InteractionId id) {
        return sql.query("quarantine-load")
                .bind("tenant", tenant)
                .bind("id", id.value())
                .map((result, context) -> read(new Row(result), null, null))
                .findOne();
    }

    /** The newest cases of all tenants, with subject and capture point. */
    public List<Case> list(int limit) {
        return list(TenantTable.ALL, limit);
    }

    /** The newest cases of a tenant, or of all, with subject and capture point. */
    public List<Case> list(String tenant, int limit) {
        return sql.query("quarantine-list")
                .bind("tenant", tenant)
                .bind("limit", limit)
                .map(QuarantineTable::listed)
                .list();
    }

    public List<Group> groups() {
        return groups(TenantTable.ALL);
    }

    /** Of a tenant, or of all. */
    public List<Group> groups(String tenant) {
        return sql.query("quarantine-counts")
                .bind("tenant", tenant)
                .map((result, context) -> {
                    Row row = new Row(result);
                    return new Group(row.text("cause"), row.text("stage"), row.big("n"), row.time("oldest"));
                })
                .list();
    }

    /**
     * Why something is put aside.
     *
     * @param stage fetch, intake, strategy, dispatch or queue
     * @param cause a stable kebab word that groups cases: unfetchable, transformer-failed, strategy-failed, loop, …
     * @param reason a sentence for a person, without mail content
     * @param backTo the queue that a retry places it in
     */
    public record Cause(String stage, String cause, String reason, QueueName backTo) {
        private static final String DISPATCH = "dispatch";
        private static final String FAILED = "dispatch-failed";
        private static final String EXPIRED = "dispatch-expired";

        /** Mail that a server refused for good. */
        public static Cause failedMail(String reason) {
            return new Cause(DISPATCH, FAILED, reason, QueueDefinition.DISPATCH);
        }

        /** Mail that was tried for as long as its account wants. */
        public static Cause expiredMail(String reason) {
            return new Cause(DISPATCH, EXPIRED, reason, QueueDefinition.DISPATCH);
        }
    }

    /** One thing put aside. */
    public record Case(
            String tenant,
            InteractionId id,
            Cause cause,
            Instant since,
            @Nullable String subject,
            @Nullable PointName capturePoint) {}

    public record Group(String cause, String stage, long count, Instant oldest) {

        /** Whether it is mail that a server refused for good, or that expired: its account tells it. */
        @JsonProperty("failedMail")
        public boolean isFailedMail() {
            return stage.equals(Cause.DISPATCH) && (cause.equals(Cause.FAILED) || cause.equals(Cause.EXPIRED));
        }
    }

    private static String clip(String text) {
        return text.length() <= 1000 ? text : text.substring(0, 1000);
    }

    private static Case listed(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return read(row, row.textOrNull("subject"), row.pointOrNull("capture_point"));
    }

    private static Case read(Row row, @Nullable String subject, @Nullable PointName point) throws SQLException {
        return new Case(
                row.text("tenant"),
                row.id("id"),
                new Cause(row.text("stage"), row.text("cause"), row.text("reason"), QueueName.of(row.text("back_to"))),
                row.time("since"),
                subject,
                point);
    }
}
