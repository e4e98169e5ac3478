package dev.serai.operation;

import dev.serai.store.DatabaseSettings;
import org.junit.jupiter.api.Nested;

/** What operations do, topic by topic, on whichever database. */
abstract class OperationTests {
    /** An empty database. */
    abstract DatabaseSettings fresh();

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
}
