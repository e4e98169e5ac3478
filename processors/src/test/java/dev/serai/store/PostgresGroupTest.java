package dev.serai.store;

class PostgresGroupTest extends GroupContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
