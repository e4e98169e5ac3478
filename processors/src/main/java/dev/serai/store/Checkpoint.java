package dev.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Forces H2's committed pages to disk: its commit alone survives a killed process, not a power cut. */
final class Checkpoint {
    private Checkpoint() {}

    static void sync(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint sync");
        }
        connection.commit();
    }
}
