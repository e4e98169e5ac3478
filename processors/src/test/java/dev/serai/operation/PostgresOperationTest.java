package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;

/** What operations do, on PostgreSQL. */
class PostgresOperationTest extends OperationTests {

    @Override
    DatabaseSettings fresh() {
        Postgres.Database database = Postgres.shared().createDatabase();
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database::password,
                Path.of(System.getProperty("serai.home"), "sql"),
                10);
    }
}
