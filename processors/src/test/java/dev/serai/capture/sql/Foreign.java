package dev.serai.capture.sql;

import dev.serai.testing.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database of somebody else, as its owner uses it. */
public record Foreign(String url, String username, String password) {

    /** A new one on the tests' PostgreSQL. */
    public static Foreign postgres() {
        return of(Postgres.shared().createDatabase());
    }

    static Foreign of(Postgres.Database database) {
        return new Foreign(database.url(), database.user(), database.password());
    }

    /** A new one in this JVM's memory. */
    static Foreign h2() {
        return new Foreign("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Runs statements, each committed. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                boolean unused = statement.execute(one);
            }
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** The rows of a query, their values as text with blanks between. */
    public List<String> rows(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(result.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Its file in config/databases/. */
    public String file(String secret) {
        return "description: The shop\nurl: " + url + "\nusername: " + username + "\n"
                + (password.isEmpty() ? "" : "secret: file:" + secret + "\n");
    }
}
