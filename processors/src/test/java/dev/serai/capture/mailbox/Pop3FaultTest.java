package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedPop3;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POP3 servers that break off, lie, or number badly. */
class Pop3FaultTest {
    private final ScriptedPop3 server = ScriptedPop3.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {14_600_000, Integer.MAX_VALUE})
    void p05_hugeMailboxShouldBeRefusedBeforeAnythingIsListed(int mails) {
        server.claims(mails + " 2147483647");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            assertThat(hub.status("support").lastError())
                    .contains("has " + mails + " mails, more than the 100000 of maxMailbox")
                    .contains("use protocol imap");
        }
        assertThat(server.commands()).contains("STAT").doesNotContain("UIDL", "LIST", "RETR");
    }

    @Test
    void maxMailboxShouldMoveTheBound() {
        server.holds("a", TestMailbox.mail("one")).holds("b", TestMailbox.mail("two"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox().with("maxMailbox", "1"))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            assertThat(hub.status("support").lastError()).contains("more than the 1 of maxMailbox");
        }
    }

    @Test
    void p06_interruptedPop3SessionMakesNoSecondInteraction() {
        server.holds("a", TestMailbox.mail("one")).breaksAtQuit(true);
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox().with("afterProcessing", "delete"))) {
            await().until(() -> Collections.frequency(server.commands(), "QUIT") > 2);
            assertThat(server.mails()).hasSize(1);
            assertThat(hub.unacknowledged("support")).isOne();
            server.breaksAtQuit(false);
            await().until(() -> hub.unacknowledged("support") == 0);
            assertThat(server.mails()).isEmpty();
            assertThat(hub.interactions()).hasSize(1);
            assertThat(Collections.frequency(server.commands(), "RETR")).isOne();
        }
    }

    @Test
    void lookIntoAKnownMailboxShouldListItOnceAndFetchNothing() {
        server.holds(5_000);
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox().with("startFrom", "now"))) {
            await().until(() -> Collections.frequency(server.commands(), "QUIT") > 2);
            assertThat(hub.ledger("support", Result.SKIPPED)).isEqualTo(5_000);
        }
        List<String> looks = List.copyOf(server.commands());
        assertThat(looks.subList(0, looks.lastIndexOf("QUIT") + 1))
                .startsWith("CAPA", "USER", "PASS", "STAT", "STAT", "UIDL", "QUIT", "CAPA", "USER", "PASS", "STAT")
                .doesNotContain("LIST", "RETR", "TOP");
    }

    @Test
    void mailsThatShareAUidlShouldEachBeTakenAndDeleted() {
        server.holds("same", TestMailbox.mail("one")).holds("same", TestMailbox.mail("two"));
        server.holds("same", TestMailbox.mail("a longer one"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox().with("afterProcessing", "delete"))) {
            await().until(() -> server.mails().isEmpty() && hub.unacknowledged("support") == 0);
            assertThat(hub.interactions()).hasSize(3);
        }
    }

    @Test
    void mailThatStaysAloneWithAUidlShouldBeKnownByItsBytes() {
        server.holds("same", TestMailbox.mail("one")).holds("same", TestMailbox.mail("two"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 2);
            server.mails().remove(0);
            await().until(() -> hub.ledger("support", Result.DUPLICATE) == 1);
            assertThat(hub.interactions()).hasSize(2);
        }
    }

    @Test
    void oddUidlsShouldBePositionsAllTheSame() {
        server.holds("x".repeat(3000), TestMailbox.mail("long")).holds("with\u0001control", TestMailbox.mail("odd"));
        server.holds(null, TestMailbox.mail("nameless")).holds("good", TestMailbox.mail("good"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);
            await().until(() -> Collections.frequency(server.commands(), "QUIT") > 3);
            assertThat(hub.status("support").state()).isEqualTo(PointState.RUNNING);
            assertThat(hub.interactions()).hasSize(3);
        }
    }

    @Test
    void serverWithoutUidlShouldBeRefusedClearly() {
        server.holds(null, TestMailbox.mail("one")).holds(null, TestMailbox.mail("two"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            assertThat(hub.status("support").lastError()).contains("gives no UIDL");
        }
    }

    @Test
    void tooLargeMailShouldBeWrappedByTopAndStay() {
        byte[] large = ("Message-ID: <l@x>\r\nSubject: large\r\n\r\n" + "x\r\n".repeat(2000))
                .getBytes(StandardCharsets.US_ASCII);
        server.holds("a", large);
        TestMailbox mailbox = mailbox().with("maxMessageSize", "1KB").with("afterProcessing", "delete");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
            await().until(() -> Collections.frequency(server.commands(), "QUIT") > 2);
            assertThat(hub.interactions().get(0).content().warnings())
                    .singleElement()
                    .asString()
                    .endsWith("stays on the server");
            assertThat(server.mails()).hasSize(1);
            assertThat(server.commands()).contains("TOP").doesNotContain("RETR", "DELE");
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder).with("protocol", "pop3");
    }
}
