package dev.serai.conversation;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import java.util.UUID;

class H2OpenDispatchTest extends OpenDispatchContract {
    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(
                folder.resolve("data-" + UUID.randomUUID()), Path.of(System.getProperty("serai.home"), "sql"));
    }
}
