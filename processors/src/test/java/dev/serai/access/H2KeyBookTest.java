package dev.serai.access;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.UUID;

class H2KeyBookTest extends KeyBookContract {
    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(
                folder.resolve("data-" + UUID.randomUUID()), Path.of(System.getProperty("serai.home"), "sql"));
    }
}
