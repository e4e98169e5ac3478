package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.Dovecot;
import dev.serai.testing.DovecotOptions;
import dev.serai.testing.Postgres;
import dev.serai.testing.StoredMail;
import dev.serai.window.CrashWindow;
import dev.serai.window.HaltingHook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub dies in the windows of capture that only some mail servers open. */
class CaptureWindowTest {
    private static final String USER = "support";
    private static final String PASSWORD = "secret";
    private static final int MAILS = 12;
    private static final List<CustomerMail> ALL = CustomerMail.to(USER, MAILS);

    @TempDir
    private Path folder;

    @Test
    void mailShouldBeMovedWhenTheHubDiedBetweenCopyAndDelete() throws Exception {
        try (Dovecot dovecot = Dovecot.start(DovecotOptions.defaults().imap("UIDPLUS"))) {
            TestInstance instance = filled(dovecot, "move\n        moveToFolder: Archive");
            die(CrashWindow.CAPTURE_COPIED);

            try (Hub hub = instance.start()) {
                Site.eventually(() -> {
                    assertThat(dovecot.inbox(USER).mails()).isEmpty();
                    assertThat(new Books(hub.store()).interactions()).hasSize(MAILS);
                });
                new Books(hub.store()).takenOnce(ALL, List.of());
                assertThat(dovecot.folder(USER, "Archive").mails())
                        .as("each once, or twice where the first copy came before the crash")
                        .hasSizeBetween(MAILS, 2 * MAILS);
            }
        }
    }

    @Test
    void mailShouldStayKnownWhenTheHubDiedWhileItWasNumberedAnew() throws Exception {
        try (Dovecot dovecot = Dovecot.start()) {
            TestInstance instance = filled(dovecot, "mark-seen");
            try (Hub first = instance.start()) {
                Site.eventually(() -> {
                    assertThat(new Books(first.store()).interactions()).hasSize(MAILS);
                    assertThat(dovecot.inbox(USER).mails()).allMatch(StoredMail::seen);
                });
            }
            dovecot.inbox(USER).renumber();
            die(CrashWindow.CAPTURE_RENUMBERED);

            CustomerMail late = new CustomerMail("late@customer.example");
            dovecot.deliver(USER, late.bytes());
            try (Hub hub = instance.start()) {
                Books books = new Books(hub.store());
                Site.eventually(() -> assertThat(books.interactions()).hasSize(MAILS + 1));
                Site.eventually(() -> assertThat(dovecot.inbox(USER).mails()).allMatch(StoredMail::seen));
                Site.eventually(books::eventsAreGapless);
                assertThat(books.interactions()).hasSize(MAILS + 1);
            }
        }
    }

    private TestInstance filled(Dovecot dovecot, String afterProcessing) {
        dovecot.addUser(USER, PASSWORD);
        ALL.forEach(mail -> dovecot.deliver(USER, mail.bytes()));
        return new TestInstance(folder)
                .on(Postgres.shared().createDatabase())
                .setting("serai.strategy.lease", "2s")
                .imap(USER, dovecot, PASSWORD, afterProcessing)
                .placing();
    }

    private void die(CrashWindow window) {
        try (HubProcess dying = HubProcess.start(folder, "-D" + HaltingHook.PROPERTY + "=" + window + ":1")) {
            assertThat(dying.awaitExit()).as(dying.output()).isEqualTo(HaltingHook.STATUS);
        }
    }
}
