package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.CapturePointStatus;
import dev.serai.capture.PointState;
import dev.serai.store.EventLog.Event;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mailboxes that say nothing any more, whatever the reason. */
class LivenessTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String SILENT = "serai.capture.silent";
    private static final String CLEARED = "serai.alert.cleared";
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
    void p18_mailboxWhoseServerHangsShouldBeSaidToBeSilentOnceAndThatItIsOver() {
        try (SickServer server =
                SickServer.hangingAt("AUTHENTICATE", dovecot.ports().imap())) {
            TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                    .with("port", Integer.toString(server.port()))
                    .receives("one");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                await().atMost(LONG).until(() -> events(hub).contains(SILENT));
                assertThat(hub.status("support").silentBecause()).contains("no look went well yet");
                assertThat(silentGauge(hub)).isEqualTo(1);

                server.heal();
                await().atMost(LONG).until(() -> events(hub).contains(CLEARED));
                assertThat(events(hub)).containsExactly(SILENT, "serai.alert.raised", CLEARED);
                assertThat(hub.status("support").silentSince()).isNull();
                assertThat(silentGauge(hub)).isZero();
            }
        }
    }

    @Test
    void p18_lookThatNeverComesBackShouldBeSilence() {
        CountDownLatch never = new CountDownLatch(1);
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).receives("one");
        CaptureHub hub =
                CaptureHub.in(folder).file(mailbox.path(), mailbox.route()).onStep(exchange -> never.await());
        try (CaptureHub running = CaptureHubs.started(hub)) {
            await().until(() -> running.ledger("support", Result.TAKEN) == 1);

            await().atMost(LONG).until(() -> running.status("support").silentSince() != null);
            assertThat(running.status("support").state()).isNotEqualTo(PointState.FAILING);
            never.countDown();
            await().atMost(LONG).until(() -> running.status("support").silentSince() == null);
        }
    }

    @Test
    void mailboxWithoutTheExpectedMailShouldTurnRedAndStaySoThroughARestart() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).with("expectMailWithin", "2s");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().atMost(LONG).until(() -> events(hub).contains(SILENT));
            CapturePointStatus status = hub.status("support");
            assertThat(status.state()).isEqualTo(PointState.RUNNING);
            assertThat(status.silentBecause()).contains("no mail came").contains("expected within 2s");
        }
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);
            assertThat(hub.status("support").silentSince()).isNotNull();

            mailbox.receives("one");
            await().atMost(LONG).until(() -> events(hub).contains(CLEARED));
            assertThat(events(hub).subList(0, 3)).containsExactly(SILENT, "serai.alert.raised", CLEARED);
        }
    }

    @Test
    void lastMailShouldBeKnownAfterARestart() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).receives("one");
        Instant before = Instant.now();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);

            assertThat(hub.status("support").lastMail()).isBetween(before, Instant.now());
        }
    }

    private static List<String> events(CaptureHub hub) {
        return hub.store().read(tx -> tx.events().timeline("default", "point:support")).stream()
                .map(Event::type)
                .toList();
    }

    private static double silentGauge(CaptureHub hub) {
        return hub.meters().get("serai.capture.silent").gauge().value();
    }
}
