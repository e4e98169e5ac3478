package dev.serai.rest;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;

class H2ToldMailTest extends ToldMailContract {
    @Override
    DatabaseSettings freshDatabase(Path folder) {
        return DatabaseSettings.embedded(folder, RestHub.CHECKOUT.resolve("sql"));
    }
}
