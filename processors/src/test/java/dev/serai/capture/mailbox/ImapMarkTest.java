package dev.serai.capture.mailbox;

import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedAnswer;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a mailbox is known, on a server that counts changes. */
class ImapMarkTest {
    private ScriptedImap server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = ScriptedImap.start();
        server.when("^CAPABILITY", (tag, said, talk) -> {
            talk.line("* CAPABILITY IMAP4rev1 UIDPLUS CONDSTORE");
            talk.line(tag + " OK done");
            return true;
        });
        server.when("^(SELECT|EXAMINE)", (tag, said, talk) -> {
            talk.line("* OK [HIGHESTMODSEQ 100] changes");
            return false;
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void mailThatCameWhileAPageWaitedShouldNotBeTakenForKnownAfterAReconnect() {
        server.add(ScriptedMail.text("one"));
        server.add(ScriptedMail.text("two"));
        AtomicInteger steps = new AtomicInteger();
        CaptureHub hub = CaptureHub.in(folder).onStep(exchange -> {
            if (steps.incrementAndGet() == 1) {
                // While the hub is busy with the first page, longer than a connection is trusted unasked.
                server.add(ScriptedMail.text("three"));
                LockSupport.parkNanos(Duration.ofMillis(1200).toNanos());
            } else if (steps.get() == 2) {
                server.when("^(UID SEARCH|NOOP)", ScriptedAnswer.end().times(1));
            }
        });
        TestMailbox mailbox = TestMailbox.on(server.port(), folder)
                .with("maxPerPoll", "1")
                .with("afterProcessing", "none")
                .with("idle", "false");
        hub.file(mailbox.path(), mailbox.route());
        try (CaptureHub running = CaptureHubs.started(hub)) {
            await().until(() -> running.ledger("support", Result.TAKEN) == 3);
        }
    }
}
