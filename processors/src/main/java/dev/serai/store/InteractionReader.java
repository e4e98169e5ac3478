package dev.serai.store;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.Json;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Standing;
import dev.serai.interaction.State;
import dev.serai.interaction.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Puts an interaction together from its wide row, its work row where it lives, and its contact. */
final class InteractionReader {
    private InteractionReader() {}

    static Interaction read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new Interaction(
                row.id("id"),
                row.text("tenant"),
                row.big("version"),
                origin(row),
                Json.read(row.text("content"), Content.class),
                contact(row),
                row.textOrNull("language"),
                Json.readObject(row.text("user_data")),
                row.textOrNull("state") == null ? past(row) : present(row));
    }

    private static Origin origin(Row row) throws SQLException {
        return new Origin(
                row.pointOrNull("capture_point"),
                row.textOrNull("external_id"),
                row.idOrNull("parent_id"),
                row.id("thread_id"),
                row.text("media_type"),
                row.text("type"),
                row.text("subtype"),
                row.time("received_at"),
                row.time("submitted_at"));
    }

    private static @Nullable Contact contact(Row row) throws SQLException {
        String address = row.textOrNull("contact_address");
        return address == null ? null : new Contact(row.id("contact_id"), row.textOrNull("contact_name"), address);
    }

    private static Standing present(Row row) throws SQLException {
        State state = State.of(row.text("state"));
        return new Standing(
                state,
                QueueName.of(row.text("queue")),
                row.number("placement"),
                row.big("claim"),
                row.number("priority"),
                row.time("placed_at"),
                row.time("moved_at"),
                row.time("available_at"),
                row.textOrNull("owner"),
                row.timeOrNull("assigned_at"),
                row.timeOrNull("lease_until"),
                row.timeOrNull("held_at"),
                row.timeOrNull("held_until"),
                null,
                null,
                row.waiting());
    }

    private static Standing past(Row row) throws SQLException {
        return new Standing(
                State.STOPPED,
                row.queueOrNull("last_queue"),
                row.number("last_placement"),
                row.big("last_claim"),
                row.number("last_priority"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                row.timeOrNull("stopped_at"),
                row.textOrNull("stop_reason"),
                Wait.NONE);
    }
}
