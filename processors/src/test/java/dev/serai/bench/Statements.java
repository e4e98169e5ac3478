package dev.serai.bench;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** What a PostgreSQL was asked to do, as its own statistics count it. */
final class Statements {
    private Statements() {}

    /** Makes a server count; restarts it. */
    static void count(Postgres server, Postgres.Database any) throws SQLException {
        run(any, "alter system set shared_preload_libraries = 'pg_stat_statements'");
        server.restart();
        run(any, "create extension pg_stat_statements");
    }

    /** Statements and transactions of one database so far, and what executing the statements took. */
    record Counts(long statements, long transactions, long millis) {
        Counts minus(Counts before) {
            return new Counts(
                    statements - before.statements, transactions - before.transactions, millis - before.millis);
        }

        Counts plus(Counts more) {
            return new Counts(statements + more.statements, transactions + more.transactions, millis + more.millis);
        }
    }

    static Counts of(Postgres.Database counting, Postgres.Database database) throws SQLException {
        String name = name(database);
        return new Counts(
                sum(counting, name, "calls"),
                number(
                        counting,
                        "select xact_commit + xact_rollback from pg_stat_database where datname = '" + name + "'"),
                sum(counting, name, "total_exec_time"));
    }

    private static long sum(Postgres.Database counting, String name, String column) throws SQLException {
        return number(
                counting,
                "select coalesce(sum(" + column + "), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid"
                        + " where d.datname = '" + name + "'");
    }

    /** Begins to count anew. */
    static void reset(Postgres.Database counting) throws SQLException {
        run(counting, "select pg_stat_statements_reset()");
    }

    /** The statements that took the most time, those of any number of rows together, with milliseconds, calls and rows. */
    static String dearest(Postgres.Database counting, Postgres.Database database, int count) throws SQLException {
        String query =
                "select round(sum(total_exec_time)) || ' ms ' || sum(calls) || ' calls ' || sum(rows) || ' rows  '"
                        + " || left(regexp_replace(query, '\\s+', ' ', 'g'), 110)"
                        + " from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = '"
                        + name(database) + "' group by left(regexp_replace(query, '\\s+', ' ', 'g'), 110)"
                        + " order by sum(total_exec_time) desc limit " + count;
        StringJoiner lines = new StringJoiner("\n");
        try (Connection connection = counting.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                lines.add(result.getString(1));
            }
        }
        return lines.toString();
    }

    private static String name(Postgres.Database database) {
        return database.url().replaceAll(".*/", "");
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
