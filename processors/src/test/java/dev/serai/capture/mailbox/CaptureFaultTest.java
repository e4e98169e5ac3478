package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.interaction.PointName;
import dev.serai.interaction.State;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.PostgresSettings;
import dev.serai.store.Store;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mailbox does when something breaks between its steps. */
class CaptureFaultTest {
    private static final PointName SUPPORT = PointName.of("support");
    private static final Duration LONG = Duration.ofSeconds(40);
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
    @ValueSource(strings = {"imap", "pop3"})
    void crashBetweenCommitAndAcknowledgementShouldBeFinishedAtTheNextStart(String protocol) {
        TestMailbox mailbox = stored(protocol);

        try (CaptureHub hub = edited(mailbox, entry -> open(entry, entry.size(), entry.messageId()))) {
            await().until(() -> dovecot.inbox(mailbox.user()).mails().isEmpty());
            await().until(() -> hub.unacknowledged("support") == 0);

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void p15_mailThatDiffersFromTheLedgerShouldNotBeDeleted() {
        TestMailbox mailbox = stored("imap");

        try (CaptureHub hub = edited(mailbox, entry -> open(entry, entry.size(), "<another@example.org>"))) {
            await().until(() -> hub.unacknowledged("support") == 0);

            assertThat(dovecot.inbox(mailbox.user()).mails()).hasSize(1);
        }
    }

    @Test
    void mailOfAnotherSizeThanStoredShouldNotBeDeletedByPop3() {
        TestMailbox mailbox = stored("pop3");

        try (CaptureHub hub = edited(mailbox, entry -> open(entry, 1, entry.messageId()))) {
            await().until(() -> hub.unacknowledged("support") == 0);

            assertThat(dovecot.inbox(mailbox.user()).mails()).hasSize(1);
        }
    }

    @Test
    void p01_unreadableMailShouldNotStopTheOthersAndEndInQuarantine() {
        TestMailbox mailbox = mailbox("imap").with("attempts", "2");
        for (int i = 0; i < 10; i++) {
            mailbox.receives("mail " + i);
        }
        dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 9);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);

            var cases = hub.store().read(tx -> tx.quarantine().list(10));
            assertThat(cases).singleElement().satisfies(found -> {
                assertThat(found.cause().stage()).isEqualTo("fetch");
                assertThat(found.cause().cause()).isEqualTo("unfetchable");
            });
            assertThat(hub.interactions())
                    .filteredOn(taken -> taken.standing().state() == State.QUARANTINED)
                    .hasSize(1);
        }
    }

    @Test
    void mailShouldBeTakenOnPostgres() {
        TestMailbox mailbox = mailbox("imap").with("afterProcessing", "delete").receives("one");
        CaptureHub hub = CaptureHub.on(folder, postgres(Postgres.shared())).file(mailbox.path(), mailbox.route());
        try (CaptureHub running = CaptureHubs.started(hub)) {
            await().until(() -> dovecot.inbox(mailbox.user()).mails().isEmpty());
            await().until(() -> running.unacknowledged("support") == 0);

            assertThat(running.interactions()).hasSize(1);
        }
    }

    @Test
    void databaseThatIsAwayShouldCountAgainstNoMail() {
        TestMailbox mailbox = mailbox("imap").with("afterProcessing", "delete");
        try (Postgres database = Postgres.start();
                CaptureHub hub = CaptureHubs.started(
                        CaptureHub.on(folder, postgres(database)).file(mailbox.path(), mailbox.route()))) {
            await().until(() -> hub.points().health(SUPPORT).state() == PointState.RUNNING);
            database.stop();
            await().atMost(LONG).until(() -> hub.points().health(SUPPORT).state() == PointState.WAITING);
            mailbox.receives("one");
            database.restart();

            await().atMost(LONG).ignoreExceptions().until(() -> hub.ledger("support", Result.TAKEN) == 1);
            assertThat(hub.ledger("support", Result.FAILING)).isZero();
        }
    }

    /** A mailbox whose one mail was stored, and is still on the server. */
    private TestMailbox stored(String protocol) {
        TestMailbox mailbox = mailbox(protocol).with("afterProcessing", "none").receives("one");
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
        return mailbox.with("afterProcessing", "delete");
    }

    private CaptureHub edited(TestMailbox mailbox, UnaryOperator<LedgerEntry> edit) {
        CaptureHub hub = CaptureHub.in(folder).file(mailbox.path(), mailbox.route());
        Store store = hub.store();
        List<LedgerEntry> entries = store.read(tx -> tx.ledger().byMessageId("default", "<one@example.org>"));
        store.writeNow(tx -> {
            entries.forEach(entry -> tx.ledger().update(edit.apply(entry), tx.now()));
            return true;
        });
        return CaptureHubs.started(hub);
    }

    private static LedgerEntry open(LedgerEntry entry, long size, String messageId) {
        return new LedgerEntry(
                entry.tenant(),
                entry.point(),
                entry.position(),
                entry.result(),
                entry.interactionId(),
                entry.rawDigest(),
                entry.contentDigest(),
                messageId,
                size,
                entry.receivedAt(),
                entry.attempts(),
                entry.reason(),
                false);
    }

    private TestMailbox mailbox(String protocol) {
        return protocol.equals("pop3") ? TestMailbox.pop3(dovecot, folder) : TestMailbox.imap(dovecot, folder);
    }

    private static DatabaseSettings postgres(Postgres server) {
        Postgres.Database database = server.createDatabase();
        return PostgresSettings.of(database);
    }
}
