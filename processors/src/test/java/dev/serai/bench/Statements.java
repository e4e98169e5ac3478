package dev.serai.bench;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a PostgreSQL was asked to do, as its own statistics count it. */
final class Statements {
    private Statements() {}

    /** Makes a server count; restarts it. */
    static void count(Postgres server, Postgres.Database any) throws SQLException {
        run(any, "alter system set shared_preload_libraries = 'pg_stat_statements'");
        server.restart();
        run(any, "create extension pg_stat_statements");
    }

    /** Statements and transactions of one database so far. */
    record Counts(long statements, long transactions) {
        Counts minus(Counts before) {
            return new Counts(statements - before.statements, transactions - before.transactions);
        }
    }

    static Counts of(Postgres.Database counting, Postgres.Database database) throws SQLException {
        String name = database.url().replaceAll(".*/", "");
        return new Counts(
                number(
                        counting,
                        "select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                                + " where d.datname = '" + name + "'"),
                number(
                        counting,
                        "select xact_commit + xact_rollback from pg_stat_database where datname = '" + name + "'"));
    }

    static long number(Postgres.Database database, String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void run(Postgres.Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
