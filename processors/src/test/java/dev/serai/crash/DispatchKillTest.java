package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.app.WaitingMails;
import dev.serai.store.DispatchRow;
import dev.serai.store.DispatchRow.State;
import dev.serai.store.Store;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * `kill -9` in the middle of sending. `-Dserai.test.long=true` kills 22 times under 2,000 mails, `-Dserai.test.seed=N` after as
 * many mails again.
 */
class DispatchKillTest {
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int KILLS = LONG ? 22 : 2;
    private static final int MAILS = LONG ? 2_000 : 200;
    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(LONG ? 300 : 60);

    private final long seed = Long.getLong("serai.test.seed", System.nanoTime());

    @TempDir
    private Path folder;

    @Test
    void p66_everyMailShouldLeaveOnceOrBeUncertainWhenTheHubWasKilledWhileItSent() throws Exception {
        System.out.println("DispatchKillTest: -Dserai.test.seed=" + seed);
        Random random = new Random(seed);
        try (SmtpSink sink = SmtpSink.start()) {
            Postgres.Database database = Postgres.shared().createDatabase();
            TestInstance instance = new TestInstance(folder)
                    .on(database)
                    .setting("serai.strategy.lease", "2s")
                    .account("default", sink.port(), "Support <support@example.com>", "connections: " + CONNECTIONS);
            new WaitingMails(folder, 5_000).write(database, MAILS);

            for (int kill = 1; kill <= KILLS; kill++) {
                killAfter(1 + random.nextInt(MAILS / (KILLS + 1)), sink);
            }

            try (Hub hub = instance.start()) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> rows(hub.store()).stream().allMatch(DispatchKillTest::isOver));
                balance(rows(hub.store()), sink.received());
            }
        }
    }

    /** Starts a hub and ends it as soon as the server has so many mails more. */
    private void killAfter(int mails, SmtpSink sink) {
        int before = sink.files().size();
        try (HubProcess child = HubProcess.start(folder)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> sink.files().size() >= before + mails);
            child.kill();
        }
    }

    private static void balance(List<DispatchRow> rows, List<SunkMail> received) {
        Map<String, Long> copies = received.stream()
                .collect(Collectors.groupingBy(
                        mail -> String.join(",", mail.recipients()).replaceAll("[<>]", ""), Collectors.counting()));
        List<DispatchRow> uncertain =
                rows.stream().filter(row -> row.state() == State.UNCERTAIN).toList();
        System.out.println("DispatchKillTest: uncertain=" + uncertain.size() + " of them received="
                + uncertain.stream()
                        .filter(row -> copies.containsKey(customer(row)))
                        .count());

        assertThat(rows).hasSize(MAILS);
        assertThat(copies.values()).as("copies of each mail").containsOnly(1L);
        assertThat(rows)
                .filteredOn(row -> row.state() == State.SENT)
                .extracting(DispatchKillTest::customer)
                .isSubsetOf(copies.keySet());
        assertThat(uncertain).hasSizeLessThanOrEqualTo(KILLS * CONNECTIONS);
    }

    private static boolean isOver(DispatchRow row) {
        return row.state() == State.SENT || row.state() == State.UNCERTAIN;
    }

    private static String customer(DispatchRow row) {
        return String.join(",", row.recipients().addresses());
    }

    private static List<DispatchRow> rows(Store store) {
        return store.read(tx -> tx.dispatchOverview().list(null, MAILS + 1));
    }
}
