package dev.serai.store;

class PostgresAccountWorkTest extends AccountWorkContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
