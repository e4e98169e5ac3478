package dev.serai.overdue;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2OverdueTest extends OverdueContract {
    @TempDir
    private Path folder;

    @Override
    DatabaseSettings freshDatabase() {
        return DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"));
    }
}
