package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.Interaction;
import dev.serai.store.Arrival;
import dev.serai.store.EventLog.Event;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One mail in several mailboxes, several mails that look alike, and mails that are too large. */
class SameMailInMailboxesTest {
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
    void p09_mailToTwoMailboxesShouldBeTwoInteractions() {
        TestMailbox support = mailbox("support").receives(copy("support@example.com"));
        TestMailbox sales = mailbox("sales").receives(copy("sales@example.com"));
        try (CaptureHub hub = CaptureHubs.in(folder, support, sales)) {
            await().until(() -> hub.interactions().size() == 2);
            assertThat(hub.ledger("support", Result.TAKEN)).isOne();
            assertThat(hub.ledger("sales", Result.TAKEN)).isOne();
        }
    }

    @Test
    void p12_listCopiesShouldBeOneInteractionWithAllRecipientsWhenTheyCountOnce() {
        TestMailbox support =
                once("support").receives(copy("support@example.com")).receives(copy("list@example.com"));
        TestMailbox sales = once("sales").receives(copy("sales@example.com"));
        try (CaptureHub hub = CaptureHubs.in(folder, support, sales)) {
            await().until(() -> hub.ledger("support", Result.DUPLICATE) + hub.ledger("sales", Result.DUPLICATE) == 2);
            Interaction one = hub.interactions().get(0);
            assertThat(hub.interactions()).hasSize(1);
            assertThat(one.userData().get(Arrival.RECIPIENTS).toString().split(", "))
                    .contains("support@example.com", "list@example.com", "sales@example.com");
            List<Event> timeline = hub.store().read(tx -> tx.events().timeline("default", one.id()));
            assertThat(timeline)
                    .extracting(Event::type)
                    .containsExactly(
                            "serai.interaction.submitted", "serai.capture.duplicate", "serai.capture.duplicate");
        }
    }

    @Test
    void p11_mailsWithoutMessageIdShouldBeToldByAllTheirBytes() {
        byte[] form = "Received: from a\r\nFrom: form@example.org\r\nSubject: Order\r\n\r\nx\r\n".getBytes(US_ASCII);
        byte[] same = "Received: from b\r\nFrom: form@example.org\r\nSubject: Order\r\n\r\nx\r\n".getBytes(US_ASCII);
        TestMailbox support = once("support").receives(form).receives(same).receives(form);
        try (CaptureHub hub = CaptureHubs.in(folder, support)) {
            await().until(() -> hub.ledger("support", Result.DUPLICATE) == 1);
            assertThat(hub.interactions()).hasSize(2);
        }
    }

    @Test
    void p10_recycledMessageIdShouldBeANewMailWhenMailsCountOnce() {
        TestMailbox support = once("support").receives(parcel("one")).receives(parcel("two"));
        try (CaptureHub hub = CaptureHubs.in(folder, support)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 2);
            assertThat(hub.interactions())
                    .filteredOn(taken -> taken.userData().containsKey(Arrival.SAME_MESSAGE_ID))
                    .hasSize(1);
        }
    }

    @Test
    void tooLargeMailShouldBeTakenWholeWhenItIsToBeFetched() throws IOException {
        byte[] large = ("Message-ID: <l@x>\r\nSubject: l\r\n\r\n" + "x\r\n".repeat(1000)).getBytes(US_ASCII);
        TestMailbox support = mailbox("support")
                .with("maxMessageSize", "1KB")
                .with("oversize", "fetch")
                .with("afterProcessing", "delete")
                .receives(large);
        try (CaptureHub hub = CaptureHubs.in(folder, support)) {
            await().until(() -> dovecot.inbox(support.user()).mails().isEmpty());
            Interaction taken = hub.interactions().get(0);
            assertThat(hub.store()
                            .raw("default", taken.id())
                            .orElseThrow()
                            .open()
                            .readAllBytes())
                    .isEqualTo(large);
            assertThat(taken.userData()).containsEntry(Arrivals.WRAPPED_SIZE, large.length);
            assertThat(taken.content().warnings())
                    .containsExactly("the mail has " + large.length
                            + " octets, more than the 1024 of maxMessageSize; it was taken whole all the same");
        }
    }

    private TestMailbox once(String name) {
        return mailbox(name).with("duplicates", "once");
    }

    private TestMailbox mailbox(String name) {
        return TestMailbox.imap(dovecot, folder)
                .with("name", name)
                .with("address", name + "@example.com")
                .with("afterProcessing", "none");
    }

    private static byte[] copy(String recipient) {
        return ("Delivered-To: " + recipient + "\r\nReceived: for " + recipient
                        + "\r\nMessage-ID: <one@example.org>\r\nSubject: one\r\nFrom: jo@example.org\r\n\r\none\r\n")
                .getBytes(US_ASCII);
    }

    private static byte[] parcel(String text) {
        return ("Message-ID: <parcel@example.org>\r\nSubject: parcel\r\n\r\n" + text + "\r\n").getBytes(US_ASCII);
    }
}
