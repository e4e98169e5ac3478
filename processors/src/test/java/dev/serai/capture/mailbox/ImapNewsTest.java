package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that a server tells of once only, while it answers something else. */
class ImapNewsTest {
    private ScriptedImap server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = ScriptedImap.start();
        server.add(ScriptedMail.text("one"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BODY.PEEK\\[\\]", "^UID STORE", "^IDLE"})
    void mailToldDuringALookShouldBeTakenLongBeforeThePoll(String moment) {
        boolean[] told = {false};
        server.when(moment, (tag, said, talk) -> {
            if (!told[0]) {
                told[0] = true;
                server.add(ScriptedMail.text("two"));
                talk.line("* 2 EXISTS");
            }
            return false;
        });
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 2);
        }
    }

    @Test
    void mailToldAfterAnotherWasExpungedShouldBeTakenLongBeforeThePoll() {
        boolean[] told = {false};
        server.when("BODY.PEEK\\[\\]", (tag, said, talk) -> {
            if (!told[0]) {
                told[0] = true;
                server.add(ScriptedMail.text("two"));
                talk.line("* 1 EXPUNGE");
                talk.line("* 1 EXISTS");
            }
            return false;
        });
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 2);
        }
    }

    @Test
    void serverThatRepeatsTheNumberOfMailsShouldNotBeLookedAtAgainForIt() {
        server.when("^(UID|IDLE)", (tag, said, talk) -> {
            talk.line("* 1 EXISTS");
            return false;
        });
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1 && server.said("^IDLE") > 0);
            long listed = server.said("^UID SEARCH");

            await().during(Duration.ofSeconds(2)).until(() -> server.said("^UID SEARCH") == listed);
            assertThat(server.said("^IDLE")).isOne();
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder).with("pollInterval", "1h");
    }
}
