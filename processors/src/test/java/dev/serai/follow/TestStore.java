package dev.serai.follow;

import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.nio.file.Path;

/** The databases on which followers must do alike. */
enum TestStore {
    H2 {
        @Override
        DatabaseSettings settings(Path folder) {
            return DatabaseSettings.embedded(folder, SQL);
        }
    },
    POSTGRES {
        @Override
        DatabaseSettings settings(Path folder) {
            Postgres.Database database = Postgres.shared().createDatabase();
            return PostgresSettings.of(database, 20);
        }
    };

    private static final Path SQL = Path.of(System.getProperty("serai.home"), "sql");

    abstract DatabaseSettings settings(Path folder);

    /** A fresh one. */
    Store open(Path folder) {
        return Store.on(Database.open(settings(folder)));
    }
}
