package dev.serai.capture.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.serai.files.Secret;
import dev.serai.interaction.PointName;
import dev.serai.lookup.DatabaseConnections;
import dev.serai.lookup.DatabaseDefinition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A point's own connections, one to read by and one to tell by; made anew when the database's file changed. */
final class SqlLine implements AutoCloseable {
    private static final int CONNECTIONS = 2;

    private final PointName name;
    private @Nullable HikariDataSource connections;
    private @Nullable Wanted made;

    SqlLine(PointName name) {
        this.name = name;
    }

    /** What connections are made by; where it stands in the file does not matter. */
    private record Wanted(
            String url, String username, @Nullable Secret secret, Duration timeout) {}

    /** @throws SqlTrouble when no connection comes about */
    Connection open(SqlPlan plan) throws SqlTrouble {
        DatabaseDefinition database = plan.database();
        try {
            database.secret().ifPresent(Secret::resolve); // one that is missing is said so, not waited for
            Connection connection = source(plan).getConnection();
            DatabaseConnections.impatient(connection, plan.point().reading().timeout());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | RuntimeException away) {
            throw SqlTrouble.of("database '" + database.name() + "' (" + database.url() + ") cannot be reached", away);
        }
    }

    private synchronized HikariDataSource source(SqlPlan plan) {
        DatabaseDefinition database = plan.database();
        Wanted wanted = new Wanted(
                database.url(),
                database.username(),
                database.secret().orElse(null),
                plan.point().reading().timeout());
        HikariDataSource known = connections;
        if (known != null && wanted.equals(made)) {
            return known;
        }
        close();
        HikariDataSource fresh = DatabaseConnections.writing(
                database,
                "serai-sql-" + name,
                CONNECTIONS,
                plan.point().reading().timeout());
        connections = fresh;
        made = wanted;
        return fresh;
    }

    /** Apart from the caller: a connection that hangs is waited for. */
    @Override
    public synchronized void close() {
        HikariDataSource old = connections;
        connections = null;
        if (old != null) {
            Thread closing = new Thread(old::close, "serai-sql-close");
            closing.setDaemon(true);
            closing.start();
        }
    }
}
