package dev.serai.store;

class PostgresContentionTest extends ContentionContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
