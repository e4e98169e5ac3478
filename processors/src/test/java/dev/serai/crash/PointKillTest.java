package dev.serai.crash;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Classic;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operations through `kill -9`, by all kinds of points at once: each is done once, and answered.
 * `-Dserai.test.long=true` kills at any moment under 1,000 of each kind, `-Dserai.test.seed=N` at the same moments again.
 */
class PointKillTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int KILLS = LONG ? 20 : 2;
    private static final int LATEST_MILLIS = LONG ? 3_000 : 400;
    /** Orders of a kind; each is two operations. */
    private static final int ORDERS = LONG ? 500 : 60;

    private final long seed = Long.getLong("serai.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @TempDir
    private Path journal;

    @Test
    void eachOperationShouldBeDoneOnceAndAnsweredWhenTheHubIsKilledAgainAndAgain() throws Exception {
        long begin = System.nanoTime();
        System.out.println("PointKillTest: -Dserai.test.seed=" + seed);
        Random random = new Random(seed);
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        try (Classic broker = Classic.start(journal);
                Drop messages = new JmsDrop(instance, broker);
                Drop files = new FileDrop(instance);
                Drop calls = new RestDrop(instance)) {
            List<Drop> drops = List.of(messages, files, calls);
            for (int kill = 1; kill <= KILLS; kill++) {
                for (Drop drop : drops) {
                    drop.order(ORDERS / KILLS);
                    drop.wrong(1);
                }
                kill(random, drops);
            }
            balance(instance, drops);
        }
        System.out.printf(
                "PointKillTest: %d kills, %d operations by each kind, seed %d, %d s%n",
                KILLS,
                2 * ORDERS,
                seed,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private void kill(Random random, List<Drop> drops) {
        try (HubProcess child = HubProcess.start(folder)) {
            int port = child.awaitReady();
            child.killAfter(Duration.ofMillis(random.nextInt(LATEST_MILLIS)));
            drops.forEach(drop -> drop.hubRuns(port));
            child.awaitExit();
        }
    }

    private static void balance(TestInstance instance, List<Drop> drops) throws Exception {
        try (Hub hub = instance.start()) {
            drops.forEach(drop -> drop.hubRuns(hub.httpPort()));
            for (Drop drop : drops) {
                drop.balance(hub.store());
            }
        }
    }
}
