package dev.serai.dispatch;

import dev.serai.store.DatabaseSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;

class PostgresAbandonedTest extends AbandonedTest {
    @Override
    DispatchHouse house(Path place) {
        Postgres.Database database = Postgres.shared().createDatabase();
        return new DispatchHouse(
                place,
                new DatabaseSettings(
                        database.url(),
                        database.user(),
                        database::password,
                        Path.of(System.getProperty("serai.home"), "sql"),
                        10));
    }
}
