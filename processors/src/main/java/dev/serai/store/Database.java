package dev.serai.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.serai.view.ViewBook;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** The one database of the hub: its pool, migrated to the newest schema. */
public final class Database implements AutoCloseable {
    /** Of all but commit groups, which wait less. */
    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    static final String H2_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT="
                    + LOCK_TIMEOUT.toMillis();

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Queries queries;
    private volatile Supplier<ViewBook> views = () -> ViewBook.NONE;
    private volatile QueueTenants tenants = QueueTenants.SHARED;

    private Database(HikariDataSource pool, Dialect dialect, Queries queries) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // a failed statement's message must not carry mail content into logs and answers
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new CleanStrings());
        jdbi.registerArrayType(new CleanStrings.Arrays());
        this.dialect = dialect;
        this.queries = queries;
    }

    /**
     * Connects, checks that commits are durable, migrates.
     *
     * @throws StoreException.Unavailable when the database cannot be reached
     * @throws StoreException when it is reached but cannot keep the promises
     */
    public static Database open(DatabaseSettings settings) {
        Dialect dialect = Dialect.of(settings.url());
        Queries queries = Queries.load(settings.sqlFolder(), dialect);
        HikariDataSource pool = connect(settings, dialect);
        try {
            DurabilityCheck.require(pool, dialect);
            migrate(pool, settings, dialect);
            return new Database(pool, dialect, queries);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    Jdbi jdbi() {
        return jdbi;
    }

    /** The views of queues from now on. */
    void views(Supplier<ViewBook> live) {
        views = live;
    }

    ViewBook views() {
        return views.get();
    }

    /** Whose the queues are from now on. */
    void tenants(QueueTenants live) {
        tenants = live;
    }

    QueueTenants tenants() {
        return tenants;
    }

    Queries queries() {
        return queries;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** Whether a connection can be had within two seconds. */
    public boolean isUp() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException down) {
            return false;
        }
    }

    private static HikariDataSource connect(DatabaseSettings settings, Dialect dialect) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(dialect == Dialect.H2 ? settings.url() + H2_MODE : settings.url());
        config.setCredentialsProvider(
                () -> Credentials.of(settings.username(), settings.password().get()));
        config.setMaximumPoolSize(settings.poolSize() + 1); // NodeLock keeps one for itself
        config.setConnectionTimeout(5_000);
        config.setPoolName("serai");
        config.setAutoCommit(false);
        if (dialect == Dialect.POSTGRESQL) {
            config.addDataSourceProperty("socketTimeout", "60");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("options", "-c lock_timeout=" + LOCK_TIMEOUT.toMillis());
        }
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failure) {
            if (Failures.isInUse(failure)) {
                throw new StoreException(
                        "another process, most likely another hub on this instance, has the embedded database open, and"
                                + " it can be one process only; stop that one, or let both use one PostgreSQL and one"
                                + " external broker (serai.database.url, serai.broker.url)",
                        failure);
            }
            throw new StoreException.Unavailable(
                    "the database cannot be opened: " + OneLine.rootCause(failure) + " (serai.database.url)", failure);
        }
    }

    private static void migrate(HikariDataSource pool, DatabaseSettings settings, Dialect dialect) {
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations(migrations(settings, dialect))
                    .placeholders(Map.of("bytes", dialect.bytesType()))
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            throw new StoreException("the database cannot be migrated: " + OneLine.rootCause(failure), failure);
        }
    }

    /** Those of both databases, and this one's own where there are any. */
    private static String[] migrations(DatabaseSettings settings, Dialect dialect) {
        return Stream.of("common", dialect.folder())
                .map(settings.sqlFolder()::resolve)
                .filter(Files::isDirectory)
                .map(folder -> "filesystem:" + folder)
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        pool.close();
    }
}
