package dev.serai.lookup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One run of a query, which may be given up from another thread. */
final class Question {
    private final NamedQuery query;
    private final Map<String, @Nullable Object> values;
    private final int most;
    private final int seconds;
    private @Nullable Statement running;
    private boolean over;

    Question(NamedQuery query, Map<String, @Nullable Object> values, int most, Duration deadline) {
        this.query = query;
        this.values = values;
        this.most = most;
        this.seconds = (int) Math.max(1, deadline.plusMillis(999).toSeconds());
    }

    List<Map<String, Object>> ask(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setReadOnly(true);
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                statement.setQueryTimeout(seconds);
                statement.setMaxRows(most);
                bind(statement);
                if (!begin(statement)) {
                    return List.of();
                }
                try (ResultSet result = statement.executeQuery()) {
                    return rows(result);
                }
            } finally {
                end();
                connection.rollback();
            }
        }
    }

    /** The caller waits no longer; true when something runs for it that is to be stopped. */
    synchronized boolean giveUp() {
        over = true;
        return running != null;
    }

    /** Stops what runs. It may take long: drivers open a connection for it. */
    void stop() {
        Statement statement;
        synchronized (this) {
            statement = running;
        }
        try {
            if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException over) {
            // it ended by itself
        }
    }

    private synchronized boolean begin(Statement statement) {
        running = over ? null : statement;
        return !over;
    }

    private synchronized void end() {
        running = null;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int number = 1;
        for (String name : query.parameters()) {
            Object value = values.get(name);
            if (value == null) {
                statement.setNull(number++, Types.VARCHAR);
            } else if (value instanceof Number || value instanceof Boolean) {
                statement.setObject(number++, value);
            } else if (value instanceof Instant instant) {
                statement.setTimestamp(number++, Timestamp.from(instant));
            } else {
                statement.setString(number++, value.toString());
            }
        }
    }

    private List<Map<String, Object>> rows(ResultSet result) throws SQLException {
        Columns columns = Columns.of(result.getMetaData());
        List<Map<String, Object>> rows = new ArrayList<>();
        while (rows.size() < most && result.next()) {
            rows.add(columns.row(result));
        }
        return rows;
    }
}
