package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.interaction.State;
import dev.serai.operation.Outcome;
import dev.serai.operation.Retry;
import dev.serai.operation.Target;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.WorkChange.By;
import dev.serai.testing.Dovecot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that cannot be taken: quarantined after its attempts, fetched again when an operator wants it. */
class QuarantineRetryTest {
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

    @Test
    void retriedMailShouldBeFetchedAndStayTheSameInteraction() throws IOException {
        TestMailbox mailbox = mailbox().receives("one");
        var mail = dovecot.inbox(mailbox.user()).mails().get(0);
        byte[] bytes = mail.bytes();
        mail.makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            Interaction waiting = quarantined(hub);
            dovecot.inbox(mailbox.user()).mails().get(0).makeReadable();
            retry(hub, waiting);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            assertThat(hub.interactions()).singleElement().satisfies(taken -> {
                assertThat(taken.id()).isEqualTo(waiting.id());
                assertThat(taken.standing().state()).isEqualTo(State.QUEUED);
                assertThat(taken.standing().queue()).hasToString("intake");
                assertThat(hub.store()
                                .raw("default", taken.id())
                                .orElseThrow()
                                .open()
                                .readAllBytes())
                        .isEqualTo(bytes);
            });
        }
    }

    @Test
    void retryInVainShouldMakeNoSecondInteraction() {
        TestMailbox mailbox = mailbox().receives("one");
        dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            Interaction waiting = quarantined(hub);
            retry(hub, waiting);
            assertThat(hub.ledger("support", Result.FAILING)).isOne();
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);
            assertThat(hub.interactions()).extracting(Interaction::id).containsExactly(waiting.id());
        }
    }

    @Test
    void retryOfAMailThatIsGoneShouldSaySo() {
        TestMailbox mailbox = mailbox().receives("one");
        dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            Interaction waiting = quarantined(hub);
            dovecot.inbox(mailbox.user()).empty();
            retry(hub, waiting);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.GONE) == 1);
            assertThat(hub.store()
                            .read(tx -> tx.quarantine().list(1))
                            .get(0)
                            .cause()
                            .reason())
                    .contains("somebody removed it from the server");
            assertThat(apply(hub, waiting)).isInstanceOf(Outcome.Refused.class);
        }
    }

    @Test
    void p07_mailThatTheDatabaseRefusesEachTimeShouldEndInQuarantineAndNotStopTheOthers() throws SQLException {
        TestMailbox mailbox = mailbox();
        try (CaptureHub hub = CaptureHub.in(folder).file(mailbox.path(), mailbox.route())) {
            byte[] odd = TestMailbox.mail("the odd one");
            refuse(odd.length);
            mailbox.receives("one").receives(odd).receives("two");
            CaptureHubs.started(hub);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);
            assertThat(hub.ledger("support", Result.TAKEN)).isEqualTo(2);
            assertThat(hub.store()
                            .read(tx -> tx.quarantine().list(1))
                            .get(0)
                            .cause()
                            .reason())
                    .contains("in 2 attempts: the database refused it");
            List<LedgerEntry> entries =
                    hub.store().read(tx -> tx.ledger().byMessageId("default", "<the.odd.one@example.org>"));
            assertThat(entries)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.attempts()).isEqualTo(2));
        }
    }

    /** Lets the embedded database refuse raws of that size, as it would refuse what no column takes. */
    private void refuse(int size) throws SQLException {
        String url = "jdbc:h2:async:" + folder.resolve("data").toAbsolutePath().resolve("serai");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("alter table raw add constraint refused check (size <> " + size + ")");
        }
    }

    private static Interaction quarantined(CaptureHub hub) {
        await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);
        return hub.interactions().get(0);
    }

    private static void retry(CaptureHub hub, Interaction waiting) {
        assertThat(apply(hub, waiting)).isInstanceOf(Outcome.Done.class);
        hub.points().poll(PointName.of("support"));
    }

    private static Outcome<Interaction> apply(CaptureHub hub, Interaction waiting) {
        return hub.store().writeNow(new Retry(new Target("default", waiting.id()), null, Map.of(), By.of("operator")));
    }

    private TestMailbox mailbox() {
        return TestMailbox.imap(dovecot, folder).with("attempts", "2").with("afterProcessing", "none");
    }
}
