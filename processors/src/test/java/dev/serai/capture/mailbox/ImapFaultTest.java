package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedAnswer;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import dev.serai.testing.ScriptedMail.Spoil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a mailbox whose server hangs, throttles or breaks off. */
class ImapFaultTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private ScriptedImap server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = ScriptedImap.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "^CAPABILITY", "^LOGIN", "^SELECT", "^UID SEARCH", "^UID FETCH"})
    void p02_serverThatHangsShouldBeTimedOutAndTriedAgain(String where) {
        server.add(ScriptedMail.text("one"));
        server.when(where, ScriptedAnswer.silence());
        try (CaptureHub hub = hub(mailbox().with("readTimeout", "500ms"))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);
            assertThat(hub.status("support").lastError()).contains("did not answer in time");

            server.behave();
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
    }

    @Test
    void p02_serverThatHangsInTheMiddleOfAMailShouldBeTimedOut() {
        ScriptedMail half = server.add(ScriptedMail.text("half")).spoil(Spoil.HANG);
        server.add(ScriptedMail.text("whole"));
        try (CaptureHub hub = hub(mailbox().with("readTimeout", "500ms"))) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);

            half.heal();
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 2);
        }
    }

    @Test
    void p02_hostThatTakesNoConnectionShouldBeTimedOut() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Socket first = new Socket("127.0.0.1", full.getLocalPort());
                Socket second = new Socket("127.0.0.1", full.getLocalPort())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            TestMailbox mailbox = TestMailbox.on(full.getLocalPort(), folder).with("connectTimeout", "500ms");
            try (CaptureHub hub = hub(mailbox)) {
                await().until(() -> hub.status("support").state() == PointState.FAILING);

                assertThat(hub.status("support").lastError()).contains("did not answer in time");
            }
        }
    }

    @Test
    void serverThatSendsAnOctetNowAndThenShouldBeCutOff() {
        server.when("^UID SEARCH", (tag, said, talk) -> {
            for (int i = 0; i < 200; i++) {
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                talk.line("* OK slowly");
            }
            return true;
        });
        try (CaptureHub hub = hub(mailbox().with("readTimeout", "200ms"))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError()).contains("did not finish a command within 2 s");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ^SELECT  | TAG BAD User is authenticated but not connected.
            ^LOGIN   | TAG BAD User is authenticated but not connected.
            ^LOGIN   | TAG NO [UNAVAILABLE] Temporary authentication failure.
            ^LOGIN   | TAG NO [ALERT] Too many simultaneous connections. (Failure)
            ^LOGIN   | TAG NO [OVERQUOTA] Account exceeded command or bandwidth limits.
            GREETING | * BYE Too many connections from your address
            ^UID FE  | TAG NO [LIMIT] Slow down.
            """)
    void p23_serverThatThrottlesShouldBeWaitedForAndNotCalledAFailedLogin(String where, String answer) {
        server.add(ScriptedMail.text("one"));
        server.when(where, ScriptedAnswer.line(answer));
        try (CaptureHub hub = hub(mailbox().with("readTimeout", "500ms").with("attempts", "100"))) {
            await().until(() ->
                    String.valueOf(hub.status("support").lastError()).contains("throttles"));
            assertThat(hub.status("support").lastError()).doesNotContain("refused the login");

            server.behave();
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY.PEEK\\[\\]", "STORE", "HEADER.FIELDS"})
    void p17_mailThatSomebodyRemovesJustThenShouldHoldUpNothing(String moment) {
        for (int i = 1; i <= 5; i++) {
            server.add(ScriptedMail.text("mail " + i));
        }
        server.when(moment, ScriptedAnswer.after(() -> server.expunge(3)));
        try (CaptureHub hub = hub(mailbox().with("afterProcessing", "delete"))) {
            await().until(() -> server.mails() == 0 && hub.unacknowledged("support") == 0);

            assertThat(hub.ledger("support", Result.TAKEN)).isBetween(4L, 5L);
            assertThat(hub.ledger("support", Result.FAILING)).isZero();
            assertThat(hub.status("support").lastError()).isNull();
        }
    }

    @Test
    void connectionThatEndsBetweenLooksShouldBeReplacedAndNotBeAFailure() {
        try (CaptureHub hub = hub(mailbox().with("pollInterval", "1500ms").with("idle", "false"))) {
            await().until(() -> hub.status("support").lastSuccess() != null);
            server.when("^NOOP", ScriptedAnswer.end().times(1));
            server.add(ScriptedMail.text("one"));
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            assertThat(hub.status("support").lastError()).isNull();
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder);
    }

    private CaptureHub hub(TestMailbox mailbox) {
        return CaptureHubs.in(folder, mailbox);
    }
}
