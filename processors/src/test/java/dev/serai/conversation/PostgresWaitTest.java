package dev.serai.conversation;

import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import org.junit.jupiter.api.Test;

class PostgresWaitTest extends WaitContract {
    private final Postgres.Database database = Postgres.shared().createDatabase();

    @Override
    DatabaseSettings freshDatabase() {
        return PostgresSettings.of(database);
    }

    @Test
    void aReplyThatJoinsOnOneNodeWhileAnotherWritesTheWaitShouldNeverBeMissed() {
        try (Store other = Store.on(Database.open(freshDatabase()))) {
            race(other);
        }
    }
}
