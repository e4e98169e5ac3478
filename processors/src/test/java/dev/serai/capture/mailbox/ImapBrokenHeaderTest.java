package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedAnswer;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import dev.serai.testing.ScriptedMail.Form;
import dev.serai.testing.ScriptedMail.Spoil;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails whose headers alone break the connection: they count, and hold up no others. */
class ImapBrokenHeaderTest {
    private static final Duration LONG = Duration.ofSeconds(40);
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
    @EnumSource(names = {"BREAK", "BYE", "HANG"})
    void p24_oversizeMailWhoseHeadersNeverComeShouldEndInQuarantineAfterTheOthersCame(Spoil how) {
        server.add(ScriptedMail.text("huge")).told(50_000_000).spoil(how, Form.PARTS);
        server.add(ScriptedMail.text("huge too")).told(50_000_000);
        server.add(ScriptedMail.text("small"));
        try (CaptureHub hub = hub(mailbox().with("attempts", "2"))) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);

            assertThat(hub.interactions()).hasSize(3);
        }
    }

    @Test
    void p24_refusedMailWhoseHeadersBreakTheConnectionShouldCountWithAllOthersOfTheLook() {
        for (int i = 1; i <= 3; i++) {
            server.add(ScriptedMail.text("mail " + i)).spoil(Spoil.NIL);
        }
        server.add(ScriptedMail.text("good"));
        server.when("BODY.PEEK\\[HEADER\\]", ScriptedAnswer.end());
        try (CaptureHub hub = hub(mailbox().with("attempts", "2"))) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 3);

            assertThat(hub.ledger("support", Result.TAKEN)).isOne();
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder)
                .with("readTimeout", "500ms")
                .with("maxMessageSize", "20MB")
                .with("oversize", "leave");
    }

    private CaptureHub hub(TestMailbox mailbox) {
        return CaptureHubs.in(folder, mailbox);
    }
}
