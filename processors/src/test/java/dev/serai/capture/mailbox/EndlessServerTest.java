package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import dev.serai.testing.ScriptedPop3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are never silent and never come to an end. */
class EndlessServerTest {
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "CAPA", "UIDL", "RETR"})
    void pop3ServerThatSendsAnOctetNowAndThenShouldBeCutOff(String command) throws IOException {
        try (ScriptedPop3 server = ScriptedPop3.start().holds("a", TestMailbox.mail("one"))) {
            server.tricklesAt(command, 1, Duration.ofMillis(50));
            try (CaptureHub hub = CaptureHubs.in(folder, pop3(server).with("readTimeout", "200ms"))) {
                // A machine that pauses for longer than the read time-out says another sentence first.
                await().atMost(LONG)
                        .until(() -> String.valueOf(hub.status("support").lastError())
                                .contains("did not finish a command within 2 s"));

                server.tricklesAt("", 1, Duration.ZERO);
                await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            }
        }
    }

    @Test
    void pop3MailWithoutEndShouldBeCutOffAndLeaveNothingInTheSpool() throws IOException {
        try (ScriptedPop3 server = ScriptedPop3.start().holds("a", TestMailbox.mail("one"))) {
            server.tricklesAt("RETR", 1 << 16, Duration.ZERO);
            try (CaptureHub hub = CaptureHubs.in(folder, pop3(server))) {
                await().atMost(LONG).until(() -> hub.ledger("support", Result.FAILING) == 1);
            }
            try (Stream<Path> spooled = Files.list(folder.resolve("spool-node-a"))) {
                assertThat(spooled).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"^CAPABILITY", "^LOGIN"})
    void imapServerThatSendsAnOctetNowAndThenBeforeTheLoginShouldBeCutOff(String command) throws IOException {
        try (ScriptedImap server = ScriptedImap.start()) {
            server.add(ScriptedMail.text("one"));
            server.when(command, (tag, said, talk) -> {
                for (int i = 0; i < 400; i++) {
                    java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                    talk.line("* 1 slowly");
                }
                return true;
            });
            TestMailbox mailbox = TestMailbox.on(server.port(), folder).with("readTimeout", "200ms");
            try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
                // A machine that pauses for longer than the read time-out says another sentence first.
                await().atMost(LONG)
                        .until(() -> String.valueOf(hub.status("support").lastError())
                                .contains("did not finish a command within 2 s"));

                server.behave();
                await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            }
        }
    }

    private TestMailbox pop3(ScriptedPop3 server) {
        return TestMailbox.on(server.port(), folder).with("protocol", "pop3");
    }
}
