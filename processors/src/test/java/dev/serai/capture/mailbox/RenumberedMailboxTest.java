package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Relay;
import dev.serai.testing.StoredMail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** P14: a server that numbers its mails anew. */
class RenumberedMailboxTest {
    private static Dovecot dovecot;
    private static Relay relay;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.start();
        relay = Relay.to(dovecot.ports().imap());
    }

    @AfterAll
    static void stop() {
        relay.close();
        dovecot.close();
    }

    @Test
    void p14_mailsKnownBySizeDateAndMessageIdShouldNotBeFetched() {
        TestMailbox mailbox = mailbox().with("maxPerPoll", "7");
        for (int i = 0; i < 30; i++) {
            mailbox.receives("mail " + i);
        }
        taken(mailbox, 30);
        dovecot.inbox(mailbox.user()).renumber();
        mailbox.receives("a new one");
        int before = relay.lines().size();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 31);
            assertThat(hub.ledger("support", Result.DUPLICATE)).isEqualTo(30);
            assertThat(hub.interactions()).hasSize(31);
        }
        assertThat(fetches(before)).hasSize(1);
    }

    @Test
    void p14_mailsThatCannotBeToldApartShouldBeFetchedAndToldByTheirBytes() {
        TestMailbox mailbox = mailbox();
        Instant second = Instant.now().minusSeconds(60);
        byte[] noId = "Subject: no Message-ID\r\n\r\n".getBytes(US_ASCII);
        dovecot.inbox(mailbox.user()).deliver(noId, second);
        dovecot.inbox(mailbox.user()).deliver(parcel("A"), second);
        taken(mailbox, 2);
        dovecot.inbox(mailbox.user()).deliver(parcel("B"), second);
        dovecot.inbox(mailbox.user()).renumber();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);
            assertThat(hub.ledger("support", Result.DUPLICATE)).isEqualTo(2);
        }
    }

    @Test
    void p14_newMailOnOldNumbersShouldBeNew() {
        TestMailbox mailbox = mailbox().receives("old one").receives("old two");
        taken(mailbox, 2);
        dovecot.inbox(mailbox.user()).empty();
        dovecot.inbox(mailbox.user()).renumber();
        mailbox.receives("new one").receives("new two");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 4);
            assertThat(hub.ledger("support", Result.DUPLICATE)).isZero();
        }
    }

    @Test
    void oldMailThatIsMovedInAfterwardsShouldBeTaken() {
        TestMailbox mailbox = mailbox().with("startFrom", "now");
        dovecot.inbox(mailbox.user())
                .deliver(TestMailbox.mail("old one"), Instant.now().minusSeconds(60)); // INTERNALDATE has whole seconds
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.SKIPPED) == 1);
        }
        dovecot.inbox(mailbox.user()).renumber();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.SKIPPED) == 2);
            dovecot.inbox(mailbox.user())
                    .deliver(TestMailbox.mail("moved in"), Instant.now().minusSeconds(100_000));
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
            assertThat(hub.ledger("support", Result.SKIPPED)).isEqualTo(2);
        }
    }

    @Test
    void whatWasToBeDoneShouldBeDoneUnderTheNewNumber() {
        TestMailbox mailbox = mailbox().receives("one").receives("two");
        taken(mailbox, 2);
        reopen(mailbox);
        dovecot.inbox(mailbox.user()).renumber();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox.with("afterProcessing", "mark-seen"))) {
            await().until(() -> hub.ledger("support", Result.DUPLICATE) == 2);
            await().until(() -> dovecot.inbox(mailbox.user()).mails().stream()
                            .filter(StoredMail::seen)
                            .count()
                    == 1);
        }
    }

    @Test
    void wrapperShouldBeKnownAndItsMailLeftAlone() {
        byte[] large = ("Message-ID: <large@x>\r\nSubject: l\r\n\r\n" + "x\r\n".repeat(1000)).getBytes(US_ASCII);
        TestMailbox mailbox = mailbox()
                .with("maxMessageSize", "1KB")
                .with("afterProcessing", "delete")
                .receives(large);
        taken(mailbox, 1);
        dovecot.inbox(mailbox.user()).renumber();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.DUPLICATE) == 1);
            await().until(() -> hub.status("support").lastSuccess() != null);
            assertThat(dovecot.inbox(mailbox.user()).mails()).hasSize(1);
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    /** One mail as if the hub had died before it was acknowledged. */
    private void reopen(TestMailbox mailbox) {
        try (CaptureHub hub = CaptureHub.in(folder).file(mailbox.path(), mailbox.route())) {
            hub.store().writeNow(tx -> {
                var entry = tx.ledger()
                        .byMessageIds(
                                "default", dev.serai.interaction.PointName.of("support"), List.of("<one@example.org>"))
                        .get(0);
                tx.ledger().update(entry.acknowledged(false), tx.now());
                return entry;
            });
        }
    }

    private void taken(TestMailbox mailbox, int mails) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == mails);
        }
    }

    private static List<String> fetches(int from) {
        return relay.lines().stream()
                .skip(from)
                .filter(line -> line.contains("BODY.PEEK[]"))
                .toList();
    }

    private static byte[] parcel(String letter) {
        return ("Message-ID: <parcel@example.org>\r\nSubject: parcel " + letter + "\r\n\r\n").getBytes(US_ASCII);
    }

    private TestMailbox mailbox() {
        return TestMailbox.imap(dovecot, folder)
                .with("port", Integer.toString(relay.port()))
                .with("afterProcessing", "none");
    }
}
