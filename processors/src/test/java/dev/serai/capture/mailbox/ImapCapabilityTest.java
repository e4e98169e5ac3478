package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.FarServer;
import dev.serai.testing.StoredMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that can more or less: MOVE, UIDPLUS, CONDSTORE; folders of any name. */
class ImapCapabilityTest {
    private static final String ON_DISK = "Archiv/Gr&APYA3w-e &- mehr";
    private static final String NAME = "Archiv/Größe & mehr";

    @TempDir
    private Path folder;

    private Dovecot server;
    private FarServer far;

    @AfterEach
    void stop() throws IOException {
        far.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UIDPLUS MOVE", "UIDPLUS"})
    void mailShouldBeMovedIntoAFolderOfAnyNameWithMoveAndWithout(String can) {
        TestMailbox mailbox = on(can).with("afterProcessing", "move")
                .with("moveToFolder", NAME)
                .receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.unacknowledged("support") == 0 && hub.ledger("support", Result.TAKEN) == 1);

            assertThat(server.inbox(mailbox.user()).mails()).isEmpty();
            assertThat(server.folder(mailbox.user(), ON_DISK).mails()).hasSize(1);
            assertThat(far.said().stream().anyMatch(line -> line.contains("UID MOVE")))
                    .isEqualTo(can.contains("MOVE"));
        }
    }

    @Test
    void folderOfAnyNameShouldBeRead() {
        TestMailbox mailbox = on("UIDPLUS IDLE CONDSTORE").with("folder", NAME);
        server.folder(mailbox.user(), ON_DISK).deliver(TestMailbox.mail("one"));
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1 && hub.unacknowledged("support") == 0);

            assertThat(server.folder(mailbox.user(), ON_DISK).mails())
                    .hasSize(1)
                    .allMatch(StoredMail::seen);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UIDPLUS", "MOVE"})
    void mailThatOthersFlaggedAsDeletedShouldSurvive(String can) {
        TestMailbox mailbox = on(can).with("startFrom", "now")
                .with("afterProcessing", "delete")
                .receives("others");
        server.inbox(mailbox.user()).mails().get(0).markDeleted();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.SKIPPED) == 1);
            mailbox.receives("ours");
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1 && hub.unacknowledged("support") == 0);

            // Without UIDPLUS ours stays too, with the flag: EXPUNGE would take both.
            assertThat(server.inbox(mailbox.user()).mails()).hasSize(can.equals("UIDPLUS") ? 1 : 2);
            assertThat(server.inbox(mailbox.user()).mails())
                    .allMatch(mail -> mail.flags().contains("T"));
        }
    }

    @Test
    void unchangedMailboxShouldNotBeSearchedAfterARestart() {
        TestMailbox mailbox = on("UIDPLUS CONDSTORE").receives("one").receives("two");
        known(mailbox, 2);
        far.said().clear();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox.with("pollInterval", "1h"))) {
            await().until(() -> hub.status("support").lastSuccess() != null);

            assertThat(far.said()).anyMatch(line -> line.contains("SELECT")).noneMatch(line -> line.contains("SEARCH"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UIDPLUS CONDSTORE", "UIDPLUS"})
    void whatCameMeanwhileShouldBeTakenAfterARestart(String can) {
        TestMailbox mailbox =
                on(can).with("afterProcessing", "none").receives("one").receives("two");
        known(mailbox, 2);
        server.inbox(mailbox.user()).mails().get(0).markSeen();
        mailbox.receives("three");
        far.said().clear();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 3);

            assertThat(far.said().stream().anyMatch(line -> line.contains("MODSEQ")))
                    .isEqualTo(can.contains("CONDSTORE"));
            assertThat(hub.interactions()).hasSize(3);
        }
    }

    @Test
    void mailThatFailedBeforeARestartShouldBeTriedAgainAfterIt() {
        TestMailbox mailbox = on("UIDPLUS CONDSTORE")
                .with("attempts", "2")
                .with("pollInterval", "1h")
                .receives("bad");
        mailbox.receives("good");
        server.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.FAILING) == 1);
        }
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.QUARANTINED) == 1);
        }
    }

    /** Has so many mails taken, and what the mailbox looks like written down where the server counts changes. */
    private void known(TestMailbox mailbox, int mails) {
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == mails);
            await().until(() -> hub.unacknowledged("support") == 0);
            // One more look after the hub's own changes, whose numbers are then known.
            await().pollDelay(Duration.ofMillis(1500))
                    .until(() -> hub.status("support").lastSuccess() != null);
        }
    }

    private TestMailbox on(String can) {
        server = Dovecot.start(DovecotOptions.defaults().imap(can));
        far = FarServer.before(server.ports().imap(), Duration.ZERO);
        return TestMailbox.imap(server, folder).with("port", Integer.toString(far.port()));
    }
}
