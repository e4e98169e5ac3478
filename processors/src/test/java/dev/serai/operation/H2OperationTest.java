package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What operations do, on H2. */
class H2OperationTest extends OperationTests {
    @TempDir
    private Path folder;

    @Override
    DatabaseSettings fresh() {
        return DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"));
    }
}
