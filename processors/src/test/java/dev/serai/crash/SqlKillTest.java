package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand rows through `kill -9`: each is one interaction, and marked once. */
class SqlKillTest {
    private static final int KILLS = Boolean.getBoolean("serai.test.long") ? 8 : 2;

    @TempDir
    private Path folder;

    @Test
    void eachOfAThousandRowsShouldBeOneInteractionMarkedOnceThroughKills() throws Exception {
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        SqlDrop rows = new SqlDrop(instance, false);
        rows.order(1_000);
        for (int kill = 1; kill <= KILLS; kill++) {
            int enough = 100 * kill;
            try (HubProcess killed = HubProcess.start(folder)) {
                Site.eventually(() -> assertThat(rows.done()).isGreaterThan(enough));
                killed.kill();
                int unused = killed.awaitExit();
            }
        }
        try (Hub hub = instance.start()) {
            rows.balance(hub.store());
        }
    }
}
