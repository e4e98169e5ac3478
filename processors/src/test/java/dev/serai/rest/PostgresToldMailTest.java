package dev.serai.rest;

import dev.serai.store.DatabaseSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;

class PostgresToldMailTest extends ToldMailContract {
    @Override
    DatabaseSettings freshDatabase(Path folder) {
        Postgres.Database database = Postgres.shared().createDatabase();
        return new DatabaseSettings(
                database.url(), database.user(), database::password, RestHub.CHECKOUT.resolve("sql"), 10);
    }
}
