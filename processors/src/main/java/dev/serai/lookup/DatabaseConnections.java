package dev.serai.lookup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.serai.files.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pools of connections to a database of others, without commits of their own; nothing is connected before it is asked. */
public final class DatabaseConnections {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnections.class);
    private static final Duration QUESTION = Duration.ofSeconds(30);
    private static final Duration BEYOND = Duration.ofSeconds(10);

    private DatabaseConnections() {}

    /** For lookups, which read. */
    static HikariDataSource reading(DatabaseDefinition database) {
        HikariConfig config = config(database, "serai-lookup-" + database.name(), QUESTION);
        config.setMaximumPoolSize(database.connections());
        config.setConnectionTimeout(1_000);
        config.setReadOnly(true);
        if (isPostgres(database)) {
            config.addDataSourceProperty("readOnlyMode", "always");
        }
        return new HikariDataSource(config);
    }

    /**
     * For who writes too.
     *
     * @param user whose they are, for the names of threads
     * @param most connections at most
     * @param statement how long a statement may take; a line that is silent for longer is given up
     */
    public static HikariDataSource writing(DatabaseDefinition database, String user, int most, Duration statement) {
        HikariConfig config = config(database, user, statement.plus(BEYOND));
        config.setMaximumPoolSize(most);
        config.setConnectionTimeout(5_000);
        return new HikariDataSource(config);
    }

    private static HikariConfig config(DatabaseDefinition database, String name, Duration silence) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setCredentialsProvider(() -> Credentials.of(
                database.username(), database.secret().map(Secret::resolve).orElse("")));
        config.setMinimumIdle(0);
        config.setIdleTimeout(TimeUnit.MINUTES.toMillis(1));
        config.setInitializationFailTimeout(-1);
        config.setPoolName(name);
        config.setAutoCommit(false);
        if (isPostgres(database)) {
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("socketTimeout", String.valueOf(silence.toSeconds()));
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("stringtype", "unspecified"); // a text from outside may meet a number's column
        }
        return config;
    }

    /**
     * Has a line that is silent for longer than a statement may take given up, as far as its driver can; to be asked of
     * each connection that a pool hands out.
     */
    public static void impatient(Connection connection, Duration statement) {
        int millis = (int) Math.min(Integer.MAX_VALUE, statement.plus(BEYOND).toMillis());
        try {
            // beside the pool, which would throw a connection away that says it cannot
            connection.unwrap(Connection.class).setNetworkTimeout(Runnable::run, millis);
        } catch (SQLException | RuntimeException | AbstractMethodError unable) {
            LOG.debug("this driver knows no time-out of lines", unable);
        }
    }

    private static boolean isPostgres(DatabaseDefinition database) {
        return database.url().startsWith("jdbc:postgresql:");
    }
}
