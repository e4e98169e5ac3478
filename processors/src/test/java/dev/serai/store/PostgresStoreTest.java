package dev.serai.store;

class PostgresStoreTest extends StoreContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
