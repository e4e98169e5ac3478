package dev.serai.bench;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A client of PostgreSQL that inserts one row and commits, over a connection of its own. */
final class BareCommit implements Crowd.Member {
    private final Connection connection;
    private final PreparedStatement insert;
    private final String body;

    private BareCommit(Connection connection, String body) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement("insert into bare (id, body) values (?, ?)");
        this.body = body;
    }

    /** Makes the table that all of them insert into. */
    static void prepare(Postgres.Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table bare (id text primary key, body text not null)");
        }
    }

    static BareCommit on(Postgres.Database database, String body) throws SQLException {
        return new BareCommit(database.connect(), body);
    }

    @Override
    public void ask() throws SQLException {
        insert.setString(1, UUID.randomUUID().toString());
        insert.setString(2, body);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
