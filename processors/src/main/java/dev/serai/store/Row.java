package dev.serai.store;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.Wait;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads columns as the domain's types, null where SQL has null. */
final class Row {
    private final ResultSet columns;

    Row(ResultSet columns) {
        this.columns = columns;
    }

    String text(String column) throws SQLException {
        return columns.getString(column);
    }

    @Nullable
    String textOrNull(String column) throws SQLException {
        return columns.getString(column);
    }

    int number(String column) throws SQLException {
        return columns.getInt(column);
    }

    long big(String column) throws SQLException {
        return columns.getLong(column);
    }

    boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
        return columns.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Nullable
    Instant timeOrNull(String column) throws SQLException {
        OffsetDateTime value = columns.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    InteractionId id(String column) throws SQLException {
        return InteractionId.of(columns.getString(column));
    }

    @Nullable
    InteractionId idOrNull(String column) throws SQLException {
        String value = columns.getString(column);
        return value == null ? null : InteractionId.of(value);
    }

    @Nullable
    QueueName queueOrNull(String column) throws SQLException {
        String value = columns.getString(column);
        return value == null ? null : QueueName.of(value);
    }

    @Nullable
    PointName pointOrNull(String column) throws SQLException {
        String value = columns.getString(column);
        return value == null ? null : PointName.of(value);
    }

    /** How a work row waits. */
    Wait waiting() throws SQLException {
        String until = textOrNull("wait_until");
        String woken = textOrNull("woken_as");
        return new Wait(
                number("waits"),
                until == null ? null : Wait.Until.of(until),
                woken == null ? null : new Wait.Woken(Wait.How.of(woken), id("woken_by")));
    }
}
