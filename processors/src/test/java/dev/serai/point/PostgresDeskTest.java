package dev.serai.point;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresDeskTest extends DeskContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
