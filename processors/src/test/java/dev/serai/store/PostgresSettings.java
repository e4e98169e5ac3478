package dev.serai.store;

import dev.serai.testing.Postgres;
import java.nio.file.Path;

/** How tests reach a database of their PostgreSQL: with the statements of the checkout. */
public final class PostgresSettings {
    private PostgresSettings() {}

    /** A new, empty database of the shared server, with a pool of ten. */
    public static DatabaseSettings fresh() {
        return of(Postgres.shared().createDatabase());
    }

    /** A pool of ten, as {@link DatabaseSettings#embedded} has. */
    public static DatabaseSettings of(Postgres.Database database) {
        return of(database, 10);
    }

    public static DatabaseSettings of(Postgres.Database database, int poolSize) {
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database::password,
                Path.of(System.getProperty("serai.home"), "sql"),
                poolSize);
    }
}
