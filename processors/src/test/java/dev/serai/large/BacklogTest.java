package dev.serai.large;

import static org.awaitility.Awaitility.await;

import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many mails at once that are each just small enough to be held in memory; `-Dserai.test.long=true` takes more of them,
 * on either database.
 */
class BacklogTest {
    private static final String PASSWORD = "p + % & # w";
    private static final boolean LONG = Boolean.getBoolean("serai.test.long");
    private static final int MAILBOXES = 8;
    private static final int MAILS = LONG ? 50 : 8;

    @TempDir
    private Path folder;

    @Test
    void p03_mailboxesFullOfMailsOfNearlyOneMegabyteShouldNeed128MegabytesAtMost() throws Exception {
        TestInstance instance = new TestInstance(folder.resolve("postgres"))
                .on(Postgres.shared().createDatabase());
        drain(instance);
        if (LONG) {
            drain(new TestInstance(folder.resolve("h2")));
        }
    }

    private void drain(TestInstance instance) throws IOException {
        instance.account("default", 9).setting("serai.dispatch.mode", "hold");
        LargeMail mail = LargeMail.writeBytes(folder, "nearly", 690_000);
        try (Dovecot dovecot = Dovecot.start()) {
            for (int box = 0; box < MAILBOXES; box++) {
                String name = "box-" + box;
                dovecot.addUser(name, PASSWORD);
                instance.imap(name, dovecot, PASSWORD, "mark-seen");
                for (int i = 0; i < MAILS; i++) {
                    dovecot.inbox(name).deliver(mail.again(i).file());
                }
            }
            try (SmallHub hub = SmallHub.start(instance.folder(), "128m")) {
                await().atMost(Duration.ofMinutes(4)).until(() -> waiting(hub) == MAILBOXES * MAILS);
                hub.isWell();
            }
        }
    }

    private static long waiting(SmallHub hub) {
        try {
            return hub.client().depth("general");
        } catch (UncheckedIOException gone) {
            hub.isRunning();
            throw gone;
        }
    }
}
