package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Classic;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations through `kill -9`: each is done once, and answered. `-Dserai.test.long=true` kills at any moment under 1,000
 * over JMS and 1,000 as files, `-Dserai.test.seed=N` at the same moments again.
 */
class PointKillTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int KILLS = LONG ? 20 : 2;
    private static final int MESSAGES = LONG ? 500 : 150;
    private static final int LATEST_MILLIS = LONG ? 3_000 : 400;

    private final long seed = Long.getLong("serai.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @TempDir
    private Path journal;

    @Test
    void eachOperationShouldBeDoneOnceAndAnsweredWhenTheHubIsKilledAgainAndAgain() throws Exception {
        System.out.println("PointKillTest: -Dserai.test.seed=" + seed);
        Random random = new Random(seed);
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        FileDrop files = new FileDrop(instance);
        try (Classic broker = Classic.start(journal);
                JmsDrop messages = new JmsDrop(instance, broker)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                messages.order(MESSAGES / KILLS);
                messages.wrong(1);
                files.order(LONG ? MESSAGES / KILLS : 0);
                kill(random);
            }
            try (Hub hub = instance.start()) {
                messages.balance(hub.store());
                assertThat(messages.aside()).isEqualTo(KILLS);
                files.balance(hub.store());
            }
        }
    }

    private void kill(Random random) {
        try (HubProcess child = HubProcess.start(folder)) {
            int unused = child.awaitReady();
            child.killAfter(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
            child.awaitExit();
        }
    }
}
