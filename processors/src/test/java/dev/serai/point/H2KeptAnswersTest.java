package dev.serai.point;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2KeptAnswersTest extends KeptAnswersContract {
    @TempDir
    private Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"));
    }
}
