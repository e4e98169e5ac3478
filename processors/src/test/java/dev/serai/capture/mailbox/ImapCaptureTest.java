package dev.serai.capture.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.Captured;
import dev.serai.capture.Headers;
import dev.serai.capture.PointState;
import dev.serai.capture.mailbox.server.HeaderFields;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.interaction.State;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.Dovecot;
import dev.serai.testing.StoredMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImapCaptureTest {
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
    void mailShouldBecomeAnInteractionInIntakeAndBeMarkedSeen() throws IOException {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).receives("hello");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> mails(mailbox).allMatch(StoredMail::seen) && hub.unacknowledged("support") == 0);

            Interaction taken = hub.interactions().get(0);
            assertThat(taken.standing().queue()).hasToString("intake");
            assertThat(taken.standing().state()).isEqualTo(State.QUEUED);
            assertThat(taken.userData()).containsEntry("Mailbox", "support@example.com");
            assertThat(hub.store()
                            .raw("default", taken.id())
                            .orElseThrow()
                            .open()
                            .readAllBytes())
                    .isEqualTo(TestMailbox.mail("hello"));
        }
    }

    @Test
    void stepsShouldGetAHandleAndNoHeaderOfTheMail() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).receives("hello");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> !hub.steps().isEmpty());

            Exchange seen = hub.steps().get(0);
            Interaction taken = hub.interactions().get(0);
            assertThat(seen.getMessage().getBody(Captured.class).id()).isEqualTo(taken.id());
            assertThat(seen.getMessage().getHeaders()).containsOnlyKeys(Headers.INTERACTION_ID, Headers.CAPTURE_POINT);
        }
    }

    @Test
    void receivedAtShouldBeTheServersDate() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder);
        Instant yesterday = Instant.ofEpochSecond(Instant.now().getEpochSecond() - 86_400);
        dovecot.inbox(mailbox.user()).deliver(TestMailbox.mail("old"), yesterday);
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> !hub.interactions().isEmpty());

            assertThat(hub.interactions().get(0).origin().receivedAt()).isEqualTo(yesterday);
        }
    }

    @Test
    void deleteShouldRemoveWhatWasStoredOnly() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("afterProcessing", "delete")
                .receives("one")
                .receives("two");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> mails(mailbox).findAny().isEmpty());

            assertThat(hub.interactions()).hasSize(2);
            await().until(() -> hub.unacknowledged("support") == 0);
        }
    }

    @Test
    void moveShouldMakeTheFolderThatIsNotThere() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("afterProcessing", "move")
                .with("moveToFolder", "Erledigt für heute")
                .receives("one");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> mails(mailbox).findAny().isEmpty());

            assertThat(dovecot.folder(mailbox.user(), "Erledigt f&APw-r heute").mails())
                    .hasSize(1);
            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void noneShouldLeaveTheMailUnseen() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("afterProcessing", "none")
                .receives("one");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);

            assertThat(hub.interactions()).hasSize(1);
            assertThat(mails(mailbox)).noneMatch(StoredMail::seen);
        }
    }

    @Test
    void p26_restartShouldTakeNothingTwice() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("afterProcessing", "none")
                .receives("one");
        try (CaptureHub first = run(mailbox)) {
            await().until(() -> first.interactions().size() == 1);
        }
        mailbox.receives("two");
        try (CaptureHub second = run(mailbox)) {
            await().until(() -> second.interactions().size() == 2);

            assertThat(second.ledger("support", Result.TAKEN)).isEqualTo(2);
            assertThat(second.ledger("support", Result.DUPLICATE)).isZero();
        }
    }

    @Test
    void unseenShouldSkipWhatSomebodyReadBeforeFirstContact() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("startFrom", "unseen")
                .with("afterProcessing", "none")
                .receives("read");
        mails(mailbox).forEach(StoredMail::markSeen);
        mailbox.receives("unread");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);

            assertThat(hub.ledger("support", Result.SKIPPED)).isOne();
            assertThat(hub.ledger("support", Result.TAKEN)).isOne();
        }
    }

    @Test
    void nowShouldSkipWhatIsThereAndTakeWhatComes() {
        TestMailbox mailbox =
                TestMailbox.imap(dovecot, folder).with("startFrom", "now").receives("before");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);
            mailbox.receives("after");
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            assertThat(hub.ledger("support", Result.SKIPPED)).isOne();
        }
    }

    @Test
    void dateShouldSkipWhatArrivedBefore() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).with("startFrom", "2026-01-10");
        dovecot.inbox(mailbox.user()).deliver(TestMailbox.mail("old"), Instant.parse("2026-01-02T10:00:00Z"));
        dovecot.inbox(mailbox.user()).deliver(TestMailbox.mail("new"), Instant.parse("2026-01-20T10:00:00Z"));
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            assertThat(hub.ledger("support", Result.SKIPPED)).isOne();
        }
    }

    @Test
    void p25_olderMailThatIsMovedInLaterShouldBeTaken() {
        TestMailbox mailbox =
                TestMailbox.imap(dovecot, folder).with("startFrom", "now").receives("before");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);
            dovecot.inbox(mailbox.user())
                    .deliver(TestMailbox.mail("from spam"), Instant.now().minus(Duration.ofDays(30)));

            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
    }

    @Test
    void p04_backlogShouldBeTakenPageByPage() {
        TestMailbox mailbox =
                TestMailbox.imap(dovecot, folder).with("maxPerPoll", "7").with("pollInterval", "1h");
        for (int i = 0; i < 30; i++) {
            mailbox.receives("mail " + i);
        }
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 30);

            assertThat(hub.interactions()).hasSize(30);
        }
    }

    @Test
    void p03_largeMailShouldPassThroughTheSpool() throws IOException {
        String body = ("x".repeat(76) + "\r\n").repeat(40_000);
        byte[] large = ("Subject: large\r\n\r\n" + body).getBytes(US_ASCII);
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).receives(large);
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);

            var raw = hub.store().raw("default", hub.interactions().get(0).id()).orElseThrow();
            assertThat(raw.open().readAllBytes()).isEqualTo(large);
            await().until(() -> folder.resolve("spool-node-a").toFile().list().length == 0);
        }
    }

    @Test
    void mailAboveTheLimitShouldBeWrappedAndStayOnTheServer() throws IOException {
        byte[] large = ("Subject: too large\r\n\r\n" + "x\r\n".repeat(1000)).getBytes(US_ASCII);
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("maxMessageSize", "1KB")
                .with("afterProcessing", "delete")
                .receives(large)
                .receives("small");
        try (CaptureHub hub = run(mailbox)) {
            await().until(() ->
                    mails(mailbox).count() == 1 && hub.interactions().size() == 2);

            Interaction wrapper = hub.interactions().stream()
                    .filter(taken -> taken.userData().containsKey(Arrivals.WRAPPING_REASON))
                    .findFirst()
                    .orElseThrow();
            assertThat(wrapper.userData()).containsEntry(Arrivals.WRAPPED_SIZE, large.length);
            assertThat(new String(
                            hub.store()
                                    .raw("default", wrapper.id())
                                    .orElseThrow()
                                    .open()
                                    .readAllBytes(),
                            US_ASCII))
                    .isEqualTo("Subject: too large\r\n\r\n");
        }
    }

    @Test
    void p14_renumberedMailboxShouldMakeNoSecondInteraction() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).with("startFrom", "now");
        dovecot.inbox(mailbox.user())
                .deliver(TestMailbox.mail("skipped"), Instant.now().minusSeconds(60)); // INTERNALDATE has whole seconds
        try (CaptureHub hub = run(mailbox)) {
            await().until(() -> hub.status("support").lastSuccess() != null);
            mailbox.receives("taken");
            await().until(() -> hub.ledger("support", Result.TAKEN) == 1);
        }
        dovecot.inbox(mailbox.user()).renumber();
        try (CaptureHub hub = run(mailbox)) {
            await().until(() ->
                    hub.ledger("support", Result.DUPLICATE) == 1 && hub.ledger("support", Result.SKIPPED) == 2);

            assertThat(hub.interactions()).hasSize(1);
        }
    }

    @Test
    void p08_twoNodesShouldNotTakeTheSameMail() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder).with("afterProcessing", "none");
        try (CaptureHub first = run(mailbox)) {
            await().until(() -> first.status("support").lastSuccess() != null);
            try (CaptureHub second = CaptureHubs.started(first.secondNode())) {
                await().until(() -> second.status("support").state() == PointState.STANDBY);
                mailbox.receives("one");
                await().until(() -> first.interactions().size() == 1);

                assertThat(second.meters()
                                .find("serai.captured")
                                .tag("result", "taken")
                                .counters())
                        .isEmpty();
            }
        }
    }

    @Test
    void standbyShouldTakeOverWhenTheOtherNodeStops() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder);
        try (CaptureHub first = run(mailbox)) {
            await().until(() -> first.status("support").lastSuccess() != null);
            CaptureHub other = CaptureHubs.started(first.secondNode());
            await().until(() -> other.status("support").state() == PointState.STANDBY);
            first.points().pause(PointName.of("support"), "test");
            await().until(() -> first.status("support").state() == PointState.PAUSED);
            first.store().writeNow(tx -> {
                tx.operate().resume("point", "support");
                return true;
            });

            await().until(() -> other.status("support").state() == PointState.RUNNING);
            other.close();
        }
    }

    @Test
    void pausedPointShouldTakeNothingUntilResumed() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder);
        try (CaptureHub hub = run(mailbox)) {
            assertThat(hub.points().pause(PointName.of("support"), "test")).isTrue();
            await().until(() -> hub.status("support").state() == PointState.PAUSED);
            mailbox.receives("one");
            hub.points().poll(PointName.of("support"));
            assertThat(hub.interactions()).isEmpty();

            hub.points().resume(PointName.of("support"), "test");
            await().until(() -> hub.interactions().size() == 1);
        }
    }

    @Test
    void outageShouldBeSaidInAStatusAndEndByItself() {
        try (Dovecot server = Dovecot.start()) {
            TestMailbox mailbox = TestMailbox.imap(server, folder);
            try (CaptureHub hub = run(mailbox)) {
                await().until(() -> hub.status("support").lastSuccess() != null);
                server.stop();
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> hub.status("support").state() == PointState.FAILING);
                assertThat(hub.status("support").lastError())
                        .startsWith("localhost:" + server.ports().imap());

                server.restart();
                mailbox.receives("one");
                await().atMost(Duration.ofSeconds(40))
                        .until(() -> hub.interactions().size() == 1);
                assertThat(hub.ledger("support", Result.FAILING)).isZero();
            }
        }
    }

    @Test
    void p17_mailThatSomebodyRemovesMeanwhileShouldNotStopTheOthers() {
        TestMailbox mailbox = TestMailbox.imap(dovecot, folder)
                .with("afterProcessing", "none")
                .with("pollInterval", "200ms");
        try (CaptureHub hub = run(mailbox)) {
            for (int i = 0; i < 20; i++) {
                mailbox.receives("mail " + i);
                dovecot.inbox(mailbox.user()).empty();
            }
            mailbox.receives("last");

            await().until(() -> hub.status("support").state() == PointState.RUNNING && mailIsTaken(hub, "last"));
        }
    }

    private static boolean mailIsTaken(CaptureHub hub, String subject) {
        return hub.interactions().stream()
                .anyMatch(taken -> subjectOf(hub, taken).equals(subject));
    }

    private static String subjectOf(CaptureHub hub, Interaction taken) {
        try {
            return HeaderFields.of(hub.store()
                            .raw("default", taken.id())
                            .orElseThrow()
                            .open()
                            .readAllBytes())
                    .first("Subject")
                    .orElse("");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private CaptureHub run(TestMailbox mailbox) {
        return CaptureHubs.in(folder, mailbox);
    }

    private static java.util.stream.Stream<StoredMail> mails(TestMailbox mailbox) {
        return mailbox.server().inbox(mailbox.user()).mails().stream();
    }
}
