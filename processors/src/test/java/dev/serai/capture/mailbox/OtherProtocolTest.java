package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox that goes on by another protocol. */
class OtherProtocolTest {
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
    void mailTakenByImapShouldBeKnownByItsBytesWithPop3() {
        TestMailbox mailbox = mailbox().receives("one").receives("two");
        taken(mailbox, 2);
        pop3(mailbox).receives("three");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);
            assertThat(hub.ledger("support", Result.DUPLICATE)).isEqualTo(2);
            assertThat(hub.interactions()).hasSize(3);
        }
    }

    @Test
    void mailTakenByPop3ShouldBeKnownByItsBytesWithImap() {
        TestMailbox mailbox = pop3(mailbox()).receives("one").receives("two");
        taken(mailbox, 2);
        imap(mailbox).receives("three");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);
            assertThat(hub.ledger("support", Result.DUPLICATE)).isEqualTo(2);
        }
    }

    @Test
    void oldMailShouldStaySkippedWithPop3() {
        TestMailbox mailbox =
                mailbox().with("startFrom", "now").receives("old one").receives("old two");
        skipped(mailbox, 2);
        skipped(pop3(mailbox), 4);
        newMailShouldBeTaken(mailbox);
    }

    @Test
    void oldMailShouldStaySkippedWithImap() {
        TestMailbox mailbox =
                pop3(mailbox()).with("startFrom", "now").receives("old one").receives("old two");
        skipped(mailbox, 2);
        skipped(imap(mailbox), 4);
        newMailShouldBeTaken(mailbox);
    }

    @Test
    void mailShouldBeKnownWhenTheFirstProtocolComesBack() {
        TestMailbox mailbox = mailbox().receives("one");
        taken(mailbox, 1);
        taken(pop3(mailbox).receives("two"), 2);
        imap(mailbox).receives("three");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);
            assertThat(hub.interactions()).hasSize(3);
        }
    }

    private void newMailShouldBeTaken(TestMailbox mailbox) {
        mailbox.receives("new one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    private void taken(TestMailbox mailbox, int mails) {
        has(mailbox, Result.TAKEN, mails);
    }

    private void skipped(TestMailbox mailbox, int mails) {
        has(mailbox, Result.SKIPPED, mails);
    }

    private void has(TestMailbox mailbox, Result result, int mails) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", result) == mails);
        }
    }

    private TestMailbox mailbox() {
        return TestMailbox.imap(dovecot, folder).with("afterProcessing", "none");
    }

    private static TestMailbox pop3(TestMailbox mailbox) {
        return mailbox.with("protocol", "pop3")
                .with("port", Integer.toString(dovecot.ports().pop3()));
    }

    private static TestMailbox imap(TestMailbox mailbox) {
        return mailbox.with("protocol", "imap")
                .with("port", Integer.toString(dovecot.ports().imap()));
    }
}
