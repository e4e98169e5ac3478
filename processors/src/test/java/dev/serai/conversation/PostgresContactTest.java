package dev.serai.conversation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresContactTest extends ContactContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
