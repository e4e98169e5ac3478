package dev.serai.store;

class PostgresQueueTenantsTest extends QueueTenantsContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
