package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.PointState;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.testing.ScriptedAnswer;
import dev.serai.testing.ScriptedImap;
import dev.serai.testing.ScriptedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that refuse to mark, move or delete what is stored: new mail comes all the same. */
class ImapRefusalTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?::(\\d+))?");
    private ScriptedImap server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = ScriptedImap.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "mark-seen, STORE, marked",
        "move, MOVE, moved",
        "move, COPY, moved",
        "delete, STORE, deleted",
        "delete, EXPUNGE, deleted"
    })
    void mailThatTheServerHoldsShouldStayAloneAndBeTriedAgain(String after, String command, String deed) {
        if (command.equals("COPY")) {
            can("UIDPLUS");
        }
        add(1, 9);
        refuse(command, uid -> uid == 3, "it is on hold");
        try (CaptureHub hub = hub(mailbox(after))) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 9 && hub.unacknowledged("support") == 1);
            await().until(() -> hub.status("support").lastError() != null);
            assertThat(hub.status("support").lastError())
                    .contains("1 mail is stored but could not be " + deed + ": it is on hold");

            add(10, 10);
            await().until(() -> hub.ledger("support", Result.TAKEN) == 10 && hub.unacknowledged("support") == 1);
            assertThat(hub.status("support").state()).isEqualTo(PointState.RUNNING);

            server.behave();
            await().atMost(LONG).until(() -> hub.unacknowledged("support") == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"mark-seen, STORE", "move, MOVE", "delete, STORE", "delete, EXPUNGE"})
    void newMailShouldComeWhileTheServerRefusesAll(String after, String command) {
        add(1, 30);
        refuse(command, uid -> true, "[NOPERM] no rights");
        try (CaptureHub hub = hub(mailbox(after))) {
            await().until(() -> hub.ledger("support", Result.TAKEN) == 30);
            await().until(() ->
                    String.valueOf(hub.status("support").lastError()).contains("30 mails are stored but could not be"));

            add(31, 31);
            await().until(() -> hub.ledger("support", Result.TAKEN) == 31);
            assertThat(hub.unacknowledged("support")).isEqualTo(31);
            assertThat(server.said("^LOGIN")).isOne();
        }
    }

    @Test
    void folderThatMayNotBeMadeShouldBeAskedForAFewTimesOnly() {
        add(1, 400);
        server.when("^UID MOVE", ScriptedAnswer.line("TAG NO [TRYCREATE] there is none"));
        server.when("^CREATE", ScriptedAnswer.line("TAG NO no rights to make it"));
        try (CaptureHub hub = hub(mailbox("move").with("pollInterval", "1h"))) {
            await().atMost(LONG)
                    .until(() -> String.valueOf(hub.status("support").lastError())
                            .contains("mails are stored but could not be moved: no rights to make it"));
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 400);

            assertThat(server.said("^UID MOVE")).isLessThan(100);
        }
    }

    @Test
    void oldestThatAreRefusedForEverShouldNotKeepTheOthersFromBeingMarked() {
        add(1, 12);
        refuse("STORE", uid -> uid <= 8, "it is on hold");
        try (CaptureHub hub = hub(mailbox("mark-seen").with("maxPerPoll", "2"))) {
            await().atMost(LONG).until(() -> hub.ledger("support", Result.TAKEN) == 12);

            await().atMost(LONG).until(() -> hub.unacknowledged("support") == 8);
        }
    }

    @Test
    void mailThatWasCopiedShouldNotBeCopiedAgainWhileItsDeleteIsRefused() {
        can("UIDPLUS");
        add(1, 1);
        refuse("STORE", uid -> true, "it is on hold");
        try (CaptureHub hub = hub(mailbox("move"))) {
            await().atMost(LONG).until(() -> server.said("^UID STORE") >= 3);

            assertThat(server.said("^UID COPY")).isOne();
            assertThat(hub.unacknowledged("support")).isOne();
        }
    }

    @Test
    void serverThatThrottlesAfterwardsShouldBeLeftAlone() {
        add(1, 4);
        refuse("STORE", uid -> true, "[LIMIT] slow down");
        try (CaptureHub hub = hub(mailbox("mark-seen"))) {
            await().until(() -> hub.status("support").state() == PointState.FAILING);

            assertThat(hub.status("support").lastError()).contains("throttles");
            server.behave();
            await().atMost(LONG).until(() -> hub.unacknowledged("support") == 0);
        }
    }

    private void add(int from, int to) {
        for (int i = from; i <= to; i++) {
            server.add(ScriptedMail.text("mail " + i));
        }
    }

    private void can(String what) {
        server.when("^CAPABILITY", (tag, said, talk) -> {
            talk.line("* CAPABILITY IMAP4rev1 " + what);
            talk.line(tag + " OK done");
            return true;
        });
    }

    /** Answers NO to a command whose set names such a mail. */
    private void refuse(String command, LongPredicate which, String words) {
        server.when("^UID " + command, (tag, said, talk) -> {
            boolean names = RANGE.matcher(said.split(" ")[2])
                    .results()
                    .anyMatch(range -> java.util.stream.LongStream.rangeClosed(
                                    Long.parseLong(range.group(1)),
                                    Long.parseLong(range.group(2) == null ? range.group(1) : range.group(2)))
                            .anyMatch(which));
            if (names) {
                talk.line(tag + " NO " + words);
            }
            return names;
        });
    }

    private TestMailbox mailbox(String after) {
        TestMailbox mailbox = TestMailbox.on(server.port(), folder)
                .with("afterProcessing", after)
                .with("idle", "false");
        return after.equals("move") ? mailbox.with("moveToFolder", "done") : mailbox;
    }

    private CaptureHub hub(TestMailbox mailbox) {
        return CaptureHubs.in(folder, mailbox);
    }
}
