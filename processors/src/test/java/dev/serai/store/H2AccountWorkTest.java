package dev.serai.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2AccountWorkTest extends AccountWorkContract {
    @TempDir
    private Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"));
    }
}
