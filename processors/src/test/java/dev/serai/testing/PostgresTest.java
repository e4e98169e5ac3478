package dev.serai.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.testing.Postgres.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresTest {
    @Test
    void databaseShouldAnswerWithFsyncOn() throws SQLException {
        assertThat(ask(Postgres.shared().createDatabase(), "SHOW fsync")).isEqualTo("on");
    }

    @Test
    void databasesShouldBeSeparate() throws SQLException {
        Database one = Postgres.shared().createDatabase();
        Database other = Postgres.shared().createDatabase();
        execute(one, "CREATE TABLE t (a int)");

        assertThat(ask(other, "SELECT to_regclass('t')")).isNull();
    }

    @Test
    void dataShouldSurviveAnOutage() throws SQLException {
        try (Postgres postgres = Postgres.start()) {
            Database database = postgres.createDatabase();
            execute(database, "CREATE TABLE t AS SELECT 42 AS a");

            postgres.stop();
            assertThatThrownBy(database::connect).isInstanceOf(SQLException.class);
            postgres.restart();

            assertThat(ask(database, "SELECT a FROM t")).isEqualTo("42");
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
