package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresStoredTextTest extends StoredTextContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
