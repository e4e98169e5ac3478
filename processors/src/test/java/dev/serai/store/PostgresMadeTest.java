package dev.serai.store;

class PostgresMadeTest extends MadeContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
