package dev.serai.conversation;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresComebackTest extends ComebackContract {
    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
