package dev.serai.access;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresKeyBookTest extends KeyBookContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
