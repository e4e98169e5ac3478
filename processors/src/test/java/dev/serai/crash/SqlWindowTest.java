package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that reads rows dies in one window after the other: each row is one interaction, marked once, told of once. */
class SqlWindowTest {
    private static final List<CrashWindow> WINDOWS = List.of(
            CrashWindow.SQL_READ,
            CrashWindow.SQL_APPLIED,
            CrashWindow.SQL_MARKED,
            CrashWindow.OUTGOING_WRITTEN,
            CrashWindow.OUTGOING_SENT);

    @TempDir
    private Path folder;

    @Test
    void eachRowShouldBeDoneOnceWhenTheHubDiesInEveryWindow() throws Exception {
        TestInstance instance = new TestInstance(folder);
        SqlDrop shop = new SqlDrop(instance, true);
        for (CrashWindow window : WINDOWS) {
            shop.order(30);
            shop.wrong(1);
            try (HubProcess dying =
                    HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":" + pass(window))) {
                assertThat(dying.awaitExit()).as(window + dying.output()).isEqualTo(HaltingHook.STATUS);
            }
        }
        try (Hub hub = instance.start()) {
            shop.balance(hub.store());
        }
    }

    /** In the second batch of rows; the first time that anything is sent. */
    private static int pass(CrashWindow window) {
        return window.name().startsWith("SQL") ? 2 : 1;
    }
}
