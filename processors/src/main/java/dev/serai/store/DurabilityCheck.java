package dev.serai.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Refuses a PostgreSQL whose commits could be lost. H2 is made durable by a checkpoint after each commit group. */
final class DurabilityCheck {
    private DurabilityCheck() {}

    static void require(DataSource pool, Dialect dialect) {
        if (dialect == Dialect.H2) {
            return;
        }
        try (Connection connection = pool.getConnection()) {
            requireSetting(connection, "fsync", "on");
            String commit = setting(connection, "synchronous_commit");
            if (commit.equals("off")) {
                throw refused("synchronous_commit", commit, "at least 'local'");
            }
            connection.rollback();
        } catch (SQLException failure) {
            throw new StoreException.Unavailable(
                    "the database cannot be asked for its settings: " + OneLine.rootCause(failure), failure);
        }
    }

    private static void requireSetting(Connection connection, String name, String expected) throws SQLException {
        String actual = setting(connection, name);
        if (!actual.equals(expected)) {
            throw refused(name, actual, "'" + expected + "'");
        }
    }

    private static StoreException refused(String name, String actual, String expected) {
        return new StoreException(
                "PostgreSQL runs with " + name + " = '" + actual + "': it must be " + expected
                        + ", or a crash loses what was accepted",
                new IllegalStateException(name));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
