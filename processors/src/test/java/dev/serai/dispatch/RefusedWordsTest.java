package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.PostgresSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is there and refuses what a server said. */
class RefusedWordsTest {
    @TempDir
    private Path folder;

    @Test
    void mailThatTheServerTookShouldBeSentAndKeepNoOtherBackWhenItsWordsAreRefused() throws Exception {
        Postgres.Database database = Postgres.shared().createDatabase();
        DatabaseSettings settings = PostgresSettings.of(database);
        try (ScriptedSmtp smtp = ScriptedSmtp.start().once("DOT", "250 2.0.0 poison");
                DispatchHouse house = new DispatchHouse(folder, settings)) {
            refuse(database, "dispatch", "recipients not like '%poison%'");
            house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "connections: 1");
            List<InteractionId> ids = IntStream.range(0, 4)
                    .mapToObj(number -> house.submit(DispatchHouse.draft("jo@example.org")))
                    .toList();

            house.live();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(ids)
                            .extracting(id -> house.dispatch(id).state())
                            .containsOnly(DispatchRow.State.SENT));
            assertThat(smtp.mails()).hasSize(4);
        }
    }

    private static void refuse(Postgres.Database database, String table, String condition) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("alter table " + table + " add constraint no_poison check (" + condition + ")");
        }
    }
}
