package dev.serai.store;

class PostgresGenerationTest extends GenerationContract {

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.fresh();
    }
}
