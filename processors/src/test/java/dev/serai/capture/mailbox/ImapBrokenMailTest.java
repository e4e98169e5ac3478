package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.State;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails that a server gives broken, or not at all. */
class ImapBrokenMailTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String MULTIPART =
            """
            Message-ID: <multi@example.org>
            Subject: multi
            Content-Type: multipart/mixed; boundary="part"

            --part

            %s
            --part--
            """.formatted("one line of many\n".repeat(50)).replace("\n", "\r\n");

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
    @EnumSource(names = {"NIL", "EMPTY", "HALF", "BREAK", "BYE", "GARBAGE"})
    void p24_othersShouldArriveInTheSameLookWhateverIsWrongWithOne(Spoil how) {
        for (int i = 1; i <= 10; i++) {
            server.add(i == 4 ? MULTIPART.getBytes(US_ASCII) : ScriptedMail.text("mail " + i));
        }
        spoil(4, how);
        try (CaptureHub hub = hub(mailbox().with("pollInterval", "1h").with("idle", "false"))) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 9);

            await().until(() -> hub.ledger("support", Result.FAILING) == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"NIL,PIECES", "BREAK,PIECES", "HALF,PIECES", "NIL,PARTS", "GARBAGE,PARTS", "BYE,PARTS"})
    void p24_mailShouldBeTakenInTheFormThatTheServerManages(Spoil how, Form good) throws IOException {
        ScriptedMail mail = server.add(MULTIPART.getBytes(US_ASCII));
        for (Form form : Form.values()) {
            if (form != good) {
                mail.spoil(how, form);
            }
        }
        try (CaptureHub hub = hub(mailbox())) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);

            var raw = hub.store().raw("default", hub.interactions().get(0).id()).orElseThrow();
            assertThat(raw.open().readAllBytes()).isEqualTo(MULTIPART.getBytes(US_ASCII));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NIL", "HALF", "GARBAGE", "BREAK"})
    void p24_mailThatNeverComesWholeShouldEndInQuarantineAndStayOnTheServer(Spoil how) {
        server.add(MULTIPART.getBytes(US_ASCII)).spoil(how);
        TestMailbox mailbox = mailbox().with("attempts", "3").with("afterProcessing", "delete");
        try (CaptureHub hub = hub(mailbox)) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);

            assertThat(hub.interactions())
                    .singleElement()
                    .matches(taken -> taken.standing().state() == State.QUARANTINED);
            assertThat(server.mails()).isOne();
        }
    }

    @Test
    void p24_sizeThatIsNotExactShouldBeNoFaultAndStillAllowTheDelete() {
        server.add(ScriptedMail.text("short")).told(10_000);
        server.add(MULTIPART.getBytes(US_ASCII)).told(MULTIPART.length() + 200);
        server.add(ScriptedMail.text("long")).told(10);
        try (CaptureHub hub = hub(mailbox().with("afterProcessing", "delete"))) {
            await().until(() -> server.mails() == 0);

            assertThat(hub.ledger("support", Result.TAKEN)).isEqualTo(3);
        }
    }

    @Test
    void p20_largeMailShouldBeWholeThoughTheConnectionEndsRightAfterIt() throws IOException {
        byte[] large = ("Subject: large\r\n\r\n" + ("x".repeat(76) + "\r\n").repeat(32_000)).getBytes(US_ASCII);
        server.add(large);
        server.when("BODY.PEEK\\[\\]<2097152\\.", ScriptedAnswer.last());
        try (CaptureHub hub = hub(mailbox())) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            var raw = hub.store().raw("default", hub.interactions().get(0).id()).orElseThrow();
            assertThat(raw.open().readAllBytes()).isEqualTo(large);
            await().until(() -> hub.unacknowledged("support") == 0);
        }
    }

    @Test
    void p01_badMailAtPositionOneOfEightyShouldNotKeepTheOthersFromArrivingInOnePoll() {
        try (Dovecot dovecot = Dovecot.start()) {
            TestMailbox mailbox =
                    TestMailbox.imap(dovecot, folder).with("pollInterval", "1h").with("idle", "false");
            for (int i = 0; i < 80; i++) {
                mailbox.receives("mail " + i);
            }
            dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
            try (CaptureHub hub = hub(mailbox)) {
                await().until(() -> hub.ledger("support", Result.TAKEN) == 79);

                assertThat(hub.ledger("support", Result.FAILING)).isOne();
            }
        }
    }

    @Test
    void literalLargerThanAnyMemoryShouldBreakNothingButItsConnection() {
        server.add(ScriptedMail.text("one"));
        server.when(
                "BODY.PEEK\\[\\]",
                ScriptedAnswer.line("* 1 FETCH (UID 1 BODY[] {2000000000}").times(1));
        try (CaptureHub hub = hub(mailbox())) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
    }

    private void spoil(long uid, Spoil how) {
        server.mail(uid).spoil(how);
    }

    private TestMailbox mailbox() {
        return TestMailbox.on(server.port(), folder).with("readTimeout", "2s");
    }

    private CaptureHub hub(TestMailbox mailbox) {
        return CaptureHubs.in(folder, mailbox);
    }
}
