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
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.WorkChange.By;
import dev.serai.testing.Dovecot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail in quarantine that an operator wants fetched again while the server numbers anew. */
class RenumberedRetryTest {
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
    void p14_retriedMailShouldStayTheSameInteractionUnderItsNewNumber() throws SQLException {
        TestMailbox mailbox = mailbox().receives("one");
        Interaction waiting;
        try (CaptureHub hub = hub(mailbox)) {
            database("alter table raw add constraint refused check (size < 0)");
            waiting = quarantined(CaptureHubs.started(hub));
        }
        try (CaptureHub hub = hub(mailbox)) {
            assertThat(retry(hub, waiting)).isInstanceOf(Outcome.Done.class);
            database("alter table raw drop constraint refused");
            dovecot.inbox(mailbox.user()).renumber();
            CaptureHubs.started(hub);
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            assertThat(hub.ledger("support", Result.FAILING)).isZero();
            assertThat(hub.interactions()).singleElement().satisfies(taken -> {
                assertThat(taken.id()).isEqualTo(waiting.id());
                assertThat(taken.standing().state()).isEqualTo(State.QUEUED);
            });
        }
    }

    @Test
    void retryShouldBeRefusedWhenTheMailWasNotFoundUnderItsNewNumber() {
        TestMailbox mailbox = mailbox().receives("one");
        dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        Interaction waiting;
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            waiting = quarantined(hub);
        }
        dovecot.inbox(mailbox.user()).renumber();
        dovecot.inbox(mailbox.user()).mails().get(0).makeReadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 1);
            await().until(() -> hub.store()
                    .read(tx -> tx.points().facts("default", PointName.of("support")))
                    .orElseThrow()
                    .replace(" ", "")
                    .contains("\"anewBelow\":0"));
            assertThat(retry(hub, waiting)).asString().contains("the server numbered its mails anew");
        }
    }

    @Test
    void retryThatWasAskedForShouldEndWhenTheMailWasNotFoundUnderItsNewNumber() {
        TestMailbox mailbox = mailbox().receives("one");
        dovecot.inbox(mailbox.user()).mails().get(0).makeUnreadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            Interaction waiting = quarantined(hub);
            hub.stopRoutes();
            assertThat(retry(hub, waiting)).isInstanceOf(Outcome.Done.class);
        }
        dovecot.inbox(mailbox.user()).renumber();
        dovecot.inbox(mailbox.user()).mails().get(0).makeReadable();
        try (CaptureHub hub = CaptureHubs.in(folder, mailbox)) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.GONE) == 1);
            assertThat(hub.store()
                            .read(tx -> tx.quarantine().list(1))
                            .get(0)
                            .cause()
                            .reason())
                    .contains("was not found again under a new number");
        }
    }

    private void database(String sql) throws SQLException {
        String url = "jdbc:h2:async:" + folder.resolve("data").toAbsolutePath().resolve("serai");
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private CaptureHub hub(TestMailbox mailbox) {
        return CaptureHub.in(folder).file(mailbox.path(), mailbox.route());
    }

    private static Interaction quarantined(CaptureHub hub) {
        await().atMost(LONG).until(() -> hub.ledger("support", Result.QUARANTINED) == 1);
        return hub.interactions().get(0);
    }

    private static Outcome<Interaction> retry(CaptureHub hub, Interaction waiting) {
        return hub.store().writeNow(new Retry(new Target("default", waiting.id()), null, Map.of(), By.of("operator")));
    }

    private TestMailbox mailbox() {
        return TestMailbox.imap(dovecot, folder).with("attempts", "2").with("afterProcessing", "none");
    }
}
