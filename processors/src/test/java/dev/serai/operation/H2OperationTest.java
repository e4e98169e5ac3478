package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** What operations do, on H2. */
class H2OperationTest {
    @TempDir
    private Path folder;

    @Nested
    class Submit extends SubmitContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    @Nested
    class Lease extends LeaseContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    @Nested
    class Steering extends SteeringContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    @Nested
    class Change extends ChangeContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    @Nested
    class Once extends OnceContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    @Nested
    class Reply extends ReplyContract {
        @Override
        DatabaseSettings freshDatabase() {
            return fresh();
        }
    }

    private DatabaseSettings fresh() {
        return DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"));
    }
}
