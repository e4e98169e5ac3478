package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.FarServer;
import dev.serai.testing.ScriptedAnswer;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mailboxes whose server tells what is new. */
class ImapIdleTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"none", "starttls-required", "tls"})
    void newMailShouldBeTakenLongBeforeThePoll(String security) {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("security", security)
                .with(
                        "port",
                        Integer.toString(
                                security.equals("tls")
                                        ? dovecot.ports().imaps()
                                        : dovecot.ports().imap()))
                .with("trustStore", dovecot.certificate().trustStore().toString())
                .with("pollInterval", "1h");
        try (CaptureHub hub = looked(mailbox)) {
            for (int i = 1; i <= 3; i++) {
                int number = i;
                mailbox.receives("mail " + i);
                await().until(() ->
                        hub.ledger("support", Result.TAKEN) == number && hub.unacknowledged("support") == 0);
            }
        }
    }

    @Test
    void mailboxesInIdleShouldShareOneThread() {
        TestMailbox[] mailboxes = new TestMailbox[20];
        for (int i = 0; i < mailboxes.length; i++) {
            mailboxes[i] =
                    TestMailbox.imap(dovecot, folder).with("name", "box-" + i).with("pollInterval", "1h");
        }
        try (CaptureHub hub = CaptureHubs.in(folder, mailboxes)) {
            for (int i = 0; i < mailboxes.length; i++) {
                String name = "box-" + i;
                await().until(() -> hub.status(name).state() == PointState.RUNNING);
            }
            for (TestMailbox mailbox : mailboxes) {
                mailbox.receives("one");
            }
            await().until(() -> hub.interactions().size() == mailboxes.length);

            assertThat(threads("serai-mailbox-idle")).isEqualTo(1);
        }
        await().until(() -> threads("serai-mailbox-idle") == 0);
    }

    @Test
    void connectionThatDiesUnnoticedInIdleShouldBeReplacedByThePoll() throws IOException {
        try (FarServer far = FarServer.before(dovecot.ports().imap(), Duration.ZERO)) {
            TestMailbox mailbox = far(far).with("pollInterval", "2s").with("readTimeout", "1s");
            try (CaptureHub hub = looked(mailbox)) {
                await().until(() -> far.said().stream().anyMatch(line -> line.contains("IDLE")));
                far.forgetConnections();
                far.remember();
                mailbox.receives("one");

                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
                assertThat(hub.status("support").state()).isEqualTo(PointState.RUNNING);
            }
        }
    }

    @Test
    void serverWithoutIdleShouldBePolled() throws IOException {
        try (Dovecot plain = Dovecot.start(DovecotOptions.defaults().imap("UIDPLUS"));
                FarServer far = FarServer.before(plain.ports().imap(), Duration.ZERO)) {
            TestMailbox mailbox = TestMailbox.imap(plain, folder).with("port", Integer.toString(far.port()));
            try (CaptureHub hub = looked(mailbox)) {
                mailbox.receives("one");
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

                assertThat(far.said()).noneMatch(line -> line.contains("IDLE"));
            }
        }
    }

    @Test
    void idleThatIsNotWantedShouldNotBeUsed() throws IOException {
        try (FarServer far = FarServer.before(dovecot.ports().imap(), Duration.ZERO)) {
            TestMailbox mailbox = far(far).with("idle", "false");
            try (CaptureHub hub = looked(mailbox)) {
                mailbox.receives("one");
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

                assertThat(far.said()).noneMatch(line -> line.contains("IDLE"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"* BYE going down", "* 3 EXPUNGE", "* 17 EXISTS", "* 1 FETCH (FLAGS (\\Seen))", "* gibberish ((("
            })
    void whateverAServerSaysInIdleShouldBeALookAndNoFailure(String line) throws IOException {
        try (ScriptedImap server = ScriptedImap.start()) {
            server.when("^IDLE", (tag, said, talk) -> {
                talk.line("+ idling");
                server.behave();
                server.add(ScriptedMail.text("one"));
                talk.line(line);
                if (line.contains("BYE")) {
                    talk.end();
                }
                return true;
            });
            TestMailbox mailbox = TestMailbox.on(server.port(), folder).with("pollInterval", "1h");
            try (CaptureHub hub = looked(mailbox)) {
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

                assertThat(hub.status("support").state()).isEqualTo(PointState.RUNNING);
            }
        }
    }

    @Test
    void serverThatSpeaksWithoutEndInIdleShouldBeListenedToOnceASecond() throws IOException {
        try (ScriptedImap server = ScriptedImap.start()) {
            server.when("^IDLE", (tag, said, talk) -> {
                talk.line("+ idling");
                for (int i = 0; i < 1000; i++) {
                    talk.line("* OK still here");
                }
                return true;
            });
            TestMailbox mailbox = TestMailbox.on(server.port(), folder).with("pollInterval", "1h");
            try (CaptureHub hub = looked(mailbox)) {
                server.add(ScriptedMail.text("one"));
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
                long before = server.said("^IDLE");
                await().pollDelay(Duration.ofSeconds(2)).until(() -> server.said("^IDLE") > before);

                assertThat(server.said("^IDLE") - before).isLessThanOrEqualTo(4);
            }
        }
    }

    @Test
    void serverThatRefusesIdleShouldBePolled() throws IOException {
        try (ScriptedImap server = ScriptedImap.start()) {
            server.when("^IDLE", ScriptedAnswer.line("TAG BAD not today"));
            TestMailbox mailbox = TestMailbox.on(server.port(), folder);
            try (CaptureHub hub = looked(mailbox)) {
                server.add(ScriptedMail.text("one"));
                await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

                assertThat(server.said("^IDLE")).isOne();
            }
        }
    }

    private TestMailbox far(FarServer far) {
        return TestMailbox.imap(dovecot, folder).with("port", Integer.toString(far.port()));
    }

    private CaptureHub looked(TestMailbox mailbox) {
        CaptureHub hub = CaptureHubs.in(folder, mailbox);
        await().until(() -> hub.status("support").lastSuccess() != null);
        return hub;
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }
}
