package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

/** What operations do, on PostgreSQL. */
class PostgresOperationTest extends OperationTests {

    @Override
    DatabaseSettings fresh() {
        return PostgresSettings.fresh();
    }
}
