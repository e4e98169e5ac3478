package dev.serai.rest;

import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import java.nio.file.Path;

class PostgresToldMailTest extends ToldMailContract {
    @Override
    DatabaseSettings freshDatabase(Path folder) {
        return PostgresSettings.fresh();
    }
}
