package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.PostgresSettings;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of mails is written behind them, and what is claimed ahead goes back. */
class SettlingTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void whatTheServerTookShouldBeSentWhenTheDatabaseWasAwayMeanwhile() {
        try (Postgres postgres = Postgres.start();
                ScriptedSmtp smtp = ScriptedSmtp.start().on("DOT", ScriptedSmtp.WAIT);
                DispatchHouse house = new DispatchHouse(folder, settings(postgres.createDatabase()))) {
            house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "connections: 1");
            List<InteractionId> ids = submit(house, 3);
            house.live();
            await().atMost(SOON).until(() -> house.dispatch(ids.get(0)).state() == DispatchRow.State.SENDING);
            await().atMost(SOON).until(() -> smtp.commands().contains("DATA"));

            postgres.stop();
            smtp.heal();
            await().during(Duration.ofSeconds(2)).until(() -> smtp.mails().size() <= 1);
            postgres.restart();

            await().atMost(SOON)
                    .ignoreExceptions()
                    .until(() -> ids.stream().allMatch(id -> house.dispatch(id).state() == DispatchRow.State.SENT));
            assertThat(smtp.commands()).filteredOn("DATA"::equals).hasSize(3);
        }
    }

    @Test
    void whatIsClaimedAheadShouldGoBackWhenTheAccountIsPaused() {
        try (ScriptedSmtp smtp = ScriptedSmtp.start();
                DispatchHouse house = new DispatchHouse(folder)) {
            house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none", "connections: 1");
            List<InteractionId> ids = submit(house, 60);
            Dispatcher dispatcher = house.live();
            await().atMost(SOON).until(() -> smtp.mails().size() > 5);

            dispatcher.pause(DispatchHouse.ACCOUNT);

            await().atMost(SOON).until(() -> ids.stream().noneMatch(id -> house.state(id) == State.ROUTING));
            assertThat(ids).anyMatch(id -> house.state(id) == State.QUEUED);
            dispatcher.resume(DispatchHouse.ACCOUNT);
            await().atMost(SOON).until(() -> smtp.mails().size() == 60);
            assertThat(ids).allMatch(id -> house.dispatch(id).attempts() <= 1);
        }
    }

    private static List<InteractionId> submit(DispatchHouse house, int count) {
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(house.submit(DispatchHouse.draft("jo-" + i + "@example.org")));
        }
        return ids;
    }

    private static DatabaseSettings settings(Postgres.Database database) {
        return PostgresSettings.of(database);
    }
}
