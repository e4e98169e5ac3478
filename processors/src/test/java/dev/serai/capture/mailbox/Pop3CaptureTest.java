package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pop3CaptureTest {
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
    void p06_secondPassShouldMakeNoSecondInteraction() {
        TestMailbox mailbox = TestMailbox.pop3(dovecot, folder).receives("one").receives("two");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 2);
        }
        mailbox.receives("three");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);

            assertThat(hub.interactions()).hasSize(3);
            assertThat(dovecot.inbox(mailbox.user()).mails()).hasSize(3);
        }
    }

    @Test
    void deleteShouldRemoveAfterTheCommit() {
        TestMailbox mailbox = TestMailbox.pop3(dovecot, folder)
                .with("afterProcessing", "delete")
                .receives("one")
                .receives("two");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> dovecot.inbox(mailbox.user()).mails().isEmpty());
            await().until(() -> hub.unacknowledged("support") == 0);

            assertThat(hub.interactions()).hasSize(2);
        }
    }

    @Test
    void nowShouldSkipWhatIsThere() {
        TestMailbox mailbox =
                TestMailbox.pop3(dovecot, folder).with("startFrom", "now").receives("before");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.status("support").state() == PointState.RUNNING);
            mailbox.receives("after");
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            assertThat(hub.ledger("support", Result.SKIPPED)).isOne();
        }
    }

    @Test
    void receivedAtShouldBeTheTopmostReceived() {
        byte[] mail = """
                Received: from a by b with ESMTP id 1
                	for <x@example.com>; Sat, 3 Jan 2026 10:00:00 +0100 (CET)
                Received: from c by a; Fri, 2 Jan 2026 10:00:00 +0100
                Subject: dated

                x
                """.getBytes(StandardCharsets.US_ASCII);
        TestMailbox mailbox = TestMailbox.pop3(dovecot, folder).receives(mail);
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.interactions().size() == 1);

            assertThat(hub.interactions().get(0).origin().receivedAt())
                    .isEqualTo(Instant.parse("2026-01-03T09:00:00Z"));
        }
    }
}
