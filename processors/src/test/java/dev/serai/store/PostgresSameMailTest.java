package dev.serai.store;

class PostgresSameMailTest extends SameMailContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
