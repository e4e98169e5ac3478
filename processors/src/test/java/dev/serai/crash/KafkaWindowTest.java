package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Postgres;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that reads a Kafka topic dies in one window after the other, then by `kill -9`: each record is done once. */
class KafkaWindowTest {
    private static final List<CrashWindow> WINDOWS = List.of(
            CrashWindow.KAFKA_TAKEN, CrashWindow.KAFKA_STORED, CrashWindow.KAFKA_ASIDE, CrashWindow.OUTGOING_SENT);

    @TempDir
    private Path folder;

    @Test
    void eachRecordShouldBeDoneOnceWhenTheHubDiesInEveryWindow() throws Exception {
        TestInstance instance = new TestInstance(folder);
        try (KafkaDrop feed = new KafkaDrop(instance)) {
            for (CrashWindow window : WINDOWS) {
                feed.order(10);
                feed.wrong(2);
                try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":1")) {
                    assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
                }
            }
            try (Hub hub = instance.start()) {
                feed.balance(hub.store());
            }
        }
    }

    /** Each of a thousand records is one interaction, though none has an external id. */
    @Test
    void aThousandRecordsShouldBeAnInteractionEachThroughTwoKills() throws Exception {
        long seed = Long.getLong("serai.test.seed", System.nanoTime());
        System.out.println("KafkaWindowTest: -Dserai.test.seed=" + seed);
        Random random = new Random(seed);
        TestInstance instance = new TestInstance(folder).on(Postgres.shared().createDatabase());
        try (KafkaDrop feed = new KafkaDrop(instance)) {
            feed.order(1000);
            for (int kill = 1; kill <= 2; kill++) {
                try (HubProcess child = HubProcess.start(folder)) {
                    int unused = child.awaitReady();
                    child.killAfter(Duration.ofMillis(1_000 + random.nextInt(2_000)));
                    child.awaitExit();
                }
            }
            try (Hub hub = instance.start()) {
                feed.balance(hub.store());
            }
        }
    }
}
