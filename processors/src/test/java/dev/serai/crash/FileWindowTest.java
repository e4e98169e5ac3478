package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that takes files dies in one window after the other, then by `kill -9`: each file is done and answered once. */
class FileWindowTest {
    private static final List<CrashWindow> WINDOWS = List.of(
            CrashWindow.FILE_CLAIMED,
            CrashWindow.FILE_APPLIED,
            CrashWindow.FILE_RESERVED,
            CrashWindow.FILE_WRITTEN,
            CrashWindow.OUTGOING_WRITTEN,
            CrashWindow.OUTGOING_SENT);

    @TempDir
    private Path folder;

    @Test
    void eachFileShouldBeDoneOnceWhenTheHubDiesInEveryWindow() throws Exception {
        TestInstance instance = new TestInstance(folder);
        FileDrop shop = new FileDrop(instance);
        for (CrashWindow window : WINDOWS) {
            shop.order(10);
            shop.wrong(1);
            try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":3")) {
                assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
            }
        }
        try (Hub hub = instance.start()) {
            shop.balance(hub.store());
        }
    }

    @Test
    void fiveHundredFilesShouldBeDoneOnceThroughTwoKills() throws Exception {
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        FileDrop shop = new FileDrop(instance);
        shop.order(300);
        for (int kill = 1; kill <= 2; kill++) {
            int enough = 100 * kill;
            try (HubProcess killed = HubProcess.start(folder)) {
                Site.eventually(() -> assertThat(shop.done()).isGreaterThan(enough));
                killed.kill();
                killed.awaitExit();
            }
            shop.order(100);
            shop.wrong(2);
        }
        try (Hub hub = instance.start()) {
            shop.balance(hub.store());
        }
    }
}
