package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.InteractionId;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.DispatchRow;
import dev.serai.store.PostgresSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same statements on PostgreSQL. */
class PostgresDispatchTest {
    @TempDir
    private Path folder;

    @Test
    void aMailShouldBeDeferredAndLeaveLater() {
        DatabaseSettings settings = PostgresSettings.fresh();
        try (ScriptedSmtp smtp = ScriptedSmtp.start().on("MAIL", "451 later");
                DispatchHouse house = new DispatchHouse(folder, settings)) {
            house.account("host: 127.0.0.1", "port: " + smtp.port(), "security: none");
            Dispatcher dispatcher = house.live();
            InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
            become(house, id, DispatchRow.State.DEFERRED);
            smtp.heal();

            house.makeDue(id);
            become(house, id, DispatchRow.State.SENT);

            assertThat(smtp.mails()).hasSize(1);
            assertThat(dispatcher.status().accounts().get(0).count(DispatchRow.State.SENT))
                    .isEqualTo(1);
        }
    }

    private static void become(DispatchHouse house, InteractionId id, DispatchRow.State state) {
        await().until(() -> house.dispatch(id).state() == state);
    }
}
