package dev.serai.store;

import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * How many interactions stand in a queue in one state.
 *
 * @param waiting how many of them wait for a time that has not come, as a strategy or whoever wrote the mail wished
 * @param waitingUntil when the first of those is due
 * @param oldest the earliest arrival among them
 * @param oldestDue the earliest arrival among those that could be taken now; of what waited, when it became due
 */
public record QueueDepth(
        QueueName queue,
        State state,
        long depth,
        long waiting,
        @Nullable Instant waitingUntil,
        Instant oldest,
        @Nullable Instant oldestDue) {

    static QueueDepth read(ResultSet result, StatementContext context) throws SQLException {
        Row row = new Row(result);
        return new QueueDepth(
                QueueName.of(row.text("queue")),
                State.of(row.text("state")),
                row.big("depth"),
                row.big("waiting"),
                row.timeOrNull("waiting_until"),
                row.time("oldest"),
                row.timeOrNull("oldest_due"));
    }
}
