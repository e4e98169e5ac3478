package dev.serai.point;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;

class PostgresKeptAnswersTest extends KeptAnswersContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
