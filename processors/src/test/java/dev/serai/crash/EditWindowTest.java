package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.files.Generation;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.GenerationLife;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hub dies while edited files become live: after the restart they are, and what was submitted is decided once. */
class EditWindowTest {
    private static final int ORDERS = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = CrashWindow.class,
            names = {"GENERATION_STORED", "GENERATION_APPLIED"})
    void editedFilesShouldBeLiveAfterTheRestartWhenTheHubDiedInTheWindow(CrashWindow window) throws Exception {
        TestInstance instance = new TestInstance(folder)
                .setting("serai.strategy.lease", "2s")
                .setting("serai.config.quiet", "100ms")
                .setting("serai.config.look", "50ms")
                .placing();
        if (window == CrashWindow.GENERATION_APPLIED) {
            instance.on(Postgres.shared().createDatabase());
        }
        try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window)) {
            int port = dying.awaitReady();
            for (int i = 0; i < ORDERS; i++) {
                new RestClient()
                        .post(port, RestClient.Call.of("/api/v1/interactions", "{'queue': 'inbound', 'subject': 'x'}"));
            }
            instance.file("config/queues/added.yaml", "description: Added.\nstrategy: false\n");
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }

        try (Hub hub = instance.start()) {
            List<GenerationLife> lives = hub.store().read(tx -> tx.generations().lives(10));
            assertThat(lives.get(0).generation())
                    .isEqualTo(Generation.load(instance.home()).id());
            assertThat(lives).filteredOn(life -> life.replacedAt() == null).hasSize(1);
            Site.eventually(() -> {
                List<Interaction> decided = hub.store()
                        .read(tx -> tx.interactions()
                                .find(
                                        "default",
                                        InteractionFilter.all().queue("general").state(State.QUEUED.word())));
                assertThat(decided).hasSize(ORDERS);
            });
        }
    }
}
