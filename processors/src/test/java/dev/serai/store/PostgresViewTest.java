package dev.serai.store;

class PostgresViewTest extends ViewContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
