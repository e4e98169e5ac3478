package dev.serai.conversation;

import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PostgresWaitTest extends WaitContract {
    private final Postgres.Database database = Postgres.shared().createDatabase();

    @Override
    DatabaseSettings freshDatabase() {
        return new DatabaseSettings(
                database.url(),
                database.user(),
                database::password,
                Path.of(System.getProperty("serai.home"), "sql"),
                10);
    }

    @Test
    void aReplyThatJoinsOnOneNodeWhileAnotherWritesTheWaitShouldNeverBeMissed() {
        try (Store other = Store.on(Database.open(freshDatabase()))) {
            race(other);
        }
    }
}
