package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.PointName;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.FarServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server far away notices of the hub: its connections and its round trips. */
class ImapFarTest {
    private static final Duration MILLIS_5 = Duration.ofMillis(5);
    private static Dovecot dovecot;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start();
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @Test
    void p19_aHundredReloadsShouldNeverMeanMoreThanOneConnection() throws IOException {
        try (FarServer far = FarServer.before(dovecot.ports().imap(), Duration.ZERO)) {
            TestMailbox mailbox = far(far).with("pollInterval", "1h");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                for (int i = 0; i < 100; i++) {
                    await().pollInterval(MILLIS_5).until(() -> far.open() == 1);
                    hub.points().poll(PointName.of("support"));
                    hub.stopRoutes();
                    await().pollInterval(MILLIS_5).until(() -> far.open() == 0);
                    hub.startRoutes();
                }
                mailbox.receives("one");
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
            }
            await().until(() -> far.open() == 0);

            assertThat(far.most()).isOne();
        }
    }

    @Test
    void p27_sixHundredMailsShouldCostThreeRoundTripsAPage() throws IOException {
        try (FarServer far = FarServer.before(dovecot.ports().imap(), Duration.ofMillis(20))) {
            TestMailbox mailbox =
                    far(far).with("pollInterval", "1h").with("idle", "false").with("maxPerPoll", "200");
            for (int i = 0; i < 600; i++) {
                mailbox.receives("mail " + i);
            }
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> hub.ledger("support", Result.TAKEN) == 600);
                await().until(() -> hub.unacknowledged("support") == 0);
            }

            System.out.printf("round trips: %d for 600 mails, %.1f for 100%n", far.turns(), far.turns() / 6.0);
            // Login, SELECT, first SEARCH and LOGOUT: at most 8. A page: heads, bodies, flags.
            assertThat(far.turns()).isLessThanOrEqualTo(8 + 3 * 3);
        }
    }

    @Test
    void quietLookShouldCostTwoRoundTrips() throws IOException {
        try (FarServer far = FarServer.before(dovecot.ports().imap(), Duration.ZERO)) {
            TestMailbox mailbox = far(far).with("pollInterval", "1500ms").with("idle", "false");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().until(() -> hub.status("support").lastSuccess() != null);
                int before = far.turns();
                await().until(() -> far.turns() > before);
                await().pollDelay(Duration.ofMillis(700)).until(() -> far.turns() > before);

                assertThat(far.turns() - before).isEqualTo(2);
                assertThat(far.said())
                        .filteredOn(line -> line.contains("SELECT"))
                        .hasSize(1);
            }
        }
    }

    private TestMailbox far(FarServer far) {
        return TestMailbox.imap(dovecot, folder).with("port", Integer.toString(far.port()));
    }
}
