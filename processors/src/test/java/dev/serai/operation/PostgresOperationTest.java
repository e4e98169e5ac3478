package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;

/** What operations do, on PostgreSQL. */
class PostgresOperationTest {

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

    private static DatabaseSettings fresh() {
        Postgres.Database database = Postgres.shared().createDatabase();
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database::password,
                Path.of(System.getProperty("serai.home"), "sql"),
                10);
    }
}
