package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes that hang, throttle or refuse, beside others that do not. Hosts are told apart by name. */
class IsolationTest {
    /** A third of the time for which the sick servers hang their connections (`readTimeout`, 60 s). */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SICK = "127.0.0.1";
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
    void p02_mailboxesThatHangShouldDelayNeitherOtherHostsNorTheirNeighbours() {
        try (SickServer connect = SickServer.hangingAtConnect();
                SickServer greeting = SickServer.silent();
                SickServer fetch = SickServer.hangingAt("BODY", dovecot.ports().imap())) {
            List<TestMailbox> mailboxes = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                SickServer server = List.of(connect, greeting, fetch).get(i % 3);
                mailboxes.add(at(SICK, server.port(), "a-hangs-" + i).receives("one"));
            }
            mailboxes.add(at(SICK, dovecot.ports().imap(), "neighbour").receives("one"));
            mailboxes.add(at("localhost", dovecot.ports().imap(), "other").receives("one"));
            try (CaptureHub hub = CaptureHubs.in(folder, mailboxes.toArray(TestMailbox[]::new))) {
                await().atMost(SOON).until(() -> hub.ledger("other", Result.TAKEN) == 1);
                await().atMost(SOON).until(() -> hub.ledger("neighbour", Result.TAKEN) == 1);

                mailboxes.get(9).receives("two");
                mailboxes.get(10).receives("two");
                await().atMost(SOON).until(() -> hub.ledger("other", Result.TAKEN) == 2);
                await().atMost(SOON).until(() -> hub.ledger("neighbour", Result.TAKEN) == 2);
            }
        }
    }

    @Test
    void p23_throttledMailboxShouldBackOffAndComeBackByItself() {
        try (SickServer server = SickServer.answering(
                "EXAMINE",
                "BAD User is authenticated but not connected.",
                dovecot.ports().imap())) {
            TestMailbox mailbox = at("localhost", server.port(), "support")
                    .with("afterProcessing", "none")
                    .receives("one");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().until(() -> hub.status("support").failures() >= 4);
                Instant next = hub.status("support").nextLook();
                assertThat(hub.status("support").state()).isEqualTo(PointState.FAILING);
                assertThat(hub.status("support").lastError()).contains("authenticated but not connected");
                assertThat(next).isAfter(Instant.now().plusMillis(500));

                server.heal();

                await().atMost(SOON).until(() -> hub.ledger("support", Result.TAKEN) == 1);
                await().until(() -> hub.status("support").failures() == 0);
                assertThat(hub.ledger("support", Result.FAILING)).isZero();
            }
        }
    }

    @Test
    void p23_refusedLoginShouldBackOffAndNeverDisableTheMailbox() {
        TestMailbox mailbox = at("localhost", dovecot.ports().imap(), "support").receives("one");
        dovecot.addUser(mailbox.user(), "another");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").failures() >= 3);
            assertThat(hub.status("support").state()).isEqualTo(PointState.FAILING);

            dovecot.addUser(mailbox.user(), "secret");

            await().atMost(SOON).until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
    }

    private TestMailbox at(String host, int port, String name) {
        return TestMailbox.imap(dovecot, folder)
                .with("name", name)
                .with("host", host)
                .with("port", Integer.toString(port));
    }
}
