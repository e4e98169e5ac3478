package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Mails of one part that a server cuts: their bytes do not show it. */
class ImapCutMailTest {
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
    @CsvSource({"ALONE,30", "PIECES,30000", "ALONE,30000"})
    void p24_mailThatComesCutInOneFormShouldBeTakenWholeBeforeItIsDeleted(Form form, int lines) throws IOException {
        byte[] mail = text(lines);
        ScriptedMail cut = server.add(mail).spoil(Spoil.HALF, form);
        if (form == Form.ALONE) {
            cut.spoil(Spoil.HALF, Form.TOGETHER);
        }
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> server.mails() == 0);

            var raw = hub.store().raw("default", hub.interactions().get(0).id()).orElseThrow();
            assertThat(raw.open().readAllBytes()).isEqualTo(mail);
        }
    }

    @ParameterizedTest
    @CsvSource({"30", "30000"})
    void p24_mailThatComesDifferentEachTimeShouldEndInQuarantineAndStayOnTheServer(int lines) {
        server.add(text(lines)).told(10_000_000).spoil(Spoil.HALF, Form.PIECES);
        TestMailbox mailbox = mailbox().with("attempts", "3");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);

            assertThat(server.mails()).isOne();
        }
    }

    @Test
    void p24_largeMailWithASizeThatIsNotExactShouldBeTakenAndDeleted() {
        server.add(text(30_000)).told(3_000_000);
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox())) {
            await().until(() -> server.mails() == 0);

            assertThat(hub.ledger("support", Result.TAKEN)).isOne();
        }
    }

    private static byte[] text(int lines) {
        return ("Message-ID: <text@example.org>\r\nSubject: text\r\n\r\n"
                        + "one line of many, each of the same length as the others\r\n".repeat(lines))
                .getBytes(US_ASCII);
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder).with("afterProcessing", "delete");
    }
}
