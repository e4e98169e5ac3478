package dev.serai.bench;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** How far a hub has come, read from its database over one connection. */
final class Progress implements AutoCloseable {
    private static final String QUEUE = "general";
    private final Connection connection;

    Progress(Postgres.Database database) throws SQLException {
        this.connection = database.connect();
    }

    /** Mails in the ledger. */
    int captured() throws SQLException {
        return (int) number("select count(*) from ledger");
    }

    /** Mails that wait for a client. */
    int placed() throws SQLException {
        return (int) number("select count(*) from work where queue = '" + QUEUE + "'");
    }

    /** Seconds from the first ledger row to the last, by the database's clock. */
    double secondsOfCapture() throws SQLException {
        return number("select extract(epoch from max(seen_at) - min(seen_at)) * 1000 from ledger") / 1000.0;
    }

    /** Seconds from the first ledger row until the last mail was placed in the client queue. */
    double secondsToQueue() throws SQLException {
        return number("select extract(epoch from (select max(placed_at) from work where queue = '" + QUEUE
                        + "') - min(seen_at)) * 1000 from ledger")
                / 1000.0;
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
