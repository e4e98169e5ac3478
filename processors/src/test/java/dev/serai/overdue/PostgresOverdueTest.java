package dev.serai.overdue;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresOverdueTest extends OverdueContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
