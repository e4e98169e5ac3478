package dev.serai.store;

import dev.serai.interaction.PointName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * One text that a capture point is to be sent.
 *
 * @param id gives the order of sending; 0 until it is stored
 * @param tenant of the point
 * @param form json or xml
 * @param replyTo where the asker wants it, as his point understands it; null = where the point sends such things
 * @param correlation what the asker knows his request by; null where there was none
 * @param body at most some megabytes
 * @param deliveryId the same however often it is sent: what a receiver drops repeats by, at most 400 characters
 * @param bornAt when it was written; null until it is stored
 * @param interaction of which it tells; null when of none
 */
public record OutgoingRow(
        long id,
        String tenant,
        PointName point,
        Kind kind,
        String form,
        @Nullable String replyTo,
        @Nullable String correlation,
        String body,
        String deliveryId,
        @Nullable Instant bornAt,
        @Nullable String interaction) {

    /** One that is to be written now. */
    public OutgoingRow(
            String tenant,
            PointName point,
            Kind kind,
            String form,
            @Nullable String replyTo,
            @Nullable String correlation,
            String body,
            String deliveryId,
            @Nullable String interaction) {
        this(0, tenant, point, kind, form, replyTo, correlation, body, deliveryId, null, interaction);
    }

    /** Why it is sent. */
    public enum Kind {
        /** An operation is answered. */
        RESPONSE,
        /** Somebody else changed an interaction of the point. */
        NOTIFICATION
    }

    static OutgoingRow read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new OutgoingRow(
                row.big("id"),
                row.text("tenant"),
                PointName.of(row.text("point")),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.text("form"),
                row.textOrNull("reply_to"),
                row.textOrNull("correlation"),
                row.text("body"),
                row.text("delivery_id"),
                row.time("born_at"),
                row.textOrNull("interaction"));
    }
}
