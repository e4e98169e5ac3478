package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `kill -9` at any moment, also while it starts. `-Dserai.test.long=true` kills a hundred times under 5,000 mails,
 * `-Dserai.test.seed=N` at the same moments again.
 */
class RandomKillTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int KILLS = LONG ? 100 : 10;
    private static final int MAILS_EACH_TIME = LONG ? 50 : 40;
    private static final int BY_POP3_EACH_TIME = MAILS_EACH_TIME / 5;
    private static final int BY_SIGKILL = 137;
    private static final int LATEST_MILLIS = LONG ? 4_000 : 2_500;

    private final long seed = Long.getLong("serai.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void booksShouldBalanceWhenTheHubWasKilledAgainAndAgain() throws Exception {
        long begin = System.nanoTime();
        System.out.println("RandomKillTest: -Dserai.test.seed=" + seed);
        Random random = new Random(seed);
        try (Dovecot dovecot = Dovecot.start();
                Site site = new Site(folder, dovecot)) {
            site.instance().on(Postgres.shared().createDatabase());
            site.order(20);
            for (int kill = 1; kill <= KILLS; kill++) {
                site.deliver(MAILS_EACH_TIME - BY_POP3_EACH_TIME, BY_POP3_EACH_TIME);
                kill(random);
            }
            try (Hub hub = site.instance().start()) {
                site.awaitRest(hub.store());
                site.balance(hub.store());
            }
            site.brokerIsEmpty();
        }
        System.out.printf(
                "RandomKillTest: %d kills, %d mails, seed %d, %d s%n",
                KILLS,
                KILLS * MAILS_EACH_TIME,
                seed,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    /** One of four while it starts, the others while it works. */
    private void kill(Random random) {
        boolean starting = random.nextInt(4) == 0;
        Duration delay = Duration.ofMillis(random.nextInt(LATEST_MILLIS));
        try (HubProcess child = HubProcess.start(folder)) {
            if (!starting) {
                int unused = child.awaitReady();
            }
            child.killAfter(delay);
            assertThat(child.awaitExit()).as(child.output()).isEqualTo(BY_SIGKILL);
        }
    }
}
