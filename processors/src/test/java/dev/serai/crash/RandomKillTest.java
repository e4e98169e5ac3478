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

/** `kill -9` at any moment, also while it starts; `-Dserai.test.long=true` kills a hundred times, `-Dserai.seed=N` again. */
class RandomKillTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int KILLS = LONG ? 100 : 5;
    private static final int MAILS_EACH_TIME = LONG ? 10 : 60;
    private static final int BY_SIGKILL = 137;
    private static final int EARLIEST_MILLIS = 2_000;
    private static final int LATEST_MILLIS = 7_000;

    private final long seed = Long.getLong("serai.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void booksShouldBalanceWhenTheHubWasKilledAgainAndAgain() throws Exception {
        System.out.println("RandomKillTest: -Dserai.seed=" + seed);
        Random random = new Random(seed);
        try (Dovecot dovecot = Dovecot.start();
                Site site = new Site(folder, dovecot)) {
            site.instance().on(Postgres.shared().createDatabase());
            site.order(20);
            for (int kill = 1; kill <= KILLS; kill++) {
                site.deliver(MAILS_EACH_TIME - MAILS_EACH_TIME / 5, MAILS_EACH_TIME / 5);
                try (HubProcess child = HubProcess.start(folder)) {
                    child.killAfter(Duration.ofMillis(random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS)));
                    assertThat(child.awaitExit()).as(child.output()).isEqualTo(BY_SIGKILL);
                }
            }
            try (Hub hub = site.instance().start()) {
                site.awaitRest(hub.store());
                site.balance(hub.store());
            }
            site.brokerIsEmpty();
        }
    }
}
