package dev.serai.store;

import dev.serai.testing.Postgres;
import java.nio.file.Path;

class PostgresAccountWorkTest extends AccountWorkContract {

    @Override
    DatabaseSettings freshDatabase() {
        Postgres.Database database = Postgres.shared().createDatabase();
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database::password,
                Path.of(System.getProperty("serai.home"), "sql"),
                10);
    }
}
