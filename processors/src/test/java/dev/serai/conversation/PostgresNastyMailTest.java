package dev.serai.conversation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresNastyMailTest extends NastyMailContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
