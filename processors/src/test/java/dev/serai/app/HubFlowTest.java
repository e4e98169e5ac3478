package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.StoredMail;
import dev.serai.testing.SunkMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on real servers: Dovecot, PostgreSQL, smtp-sink. */
class HubFlowTest {
    private static final String PASSWORD = "p + % & # ) } $ { w";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void mailsAreTakenDecidedOnAndAnsweredWhenTheyComeOverImapAndPop3() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            dovecot.addUser("support", PASSWORD);
            dovecot.addUser("payments", PASSWORD);
            dovecot.deliver("support", sample("invoice-de.eml"));
            dovecot.deliver("support", sample("out-of-office.eml"));
            dovecot.deliver("payments", sample("refund.eml"));
            TestInstance instance = new TestInstance(folder)
                    .on(Postgres.shared().createDatabase())
                    .imap("support", dovecot, PASSWORD, "mark-seen")
                    .pop3("payments", dovecot, PASSWORD, "delete")
                    .account("default", sink.port());

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> queued(hub.store(), "billing").size() == 2);
                await().atMost(SOON)
                        .until(() -> queued(hub.store(), "machine-mail").size() == 1);
                await().atMost(SOON).until(() -> !sink.received().isEmpty());
                await().atMost(SOON)
                        .until(() -> dovecot.inbox("support").mails().stream().allMatch(StoredMail::seen));
                await().atMost(SOON)
                        .until(() -> dovecot.inbox("payments").mails().isEmpty());
            }

            assertThat(sink.received())
                    .extracting(SunkMail::text)
                    .anySatisfy(text -> assertThat(text)
                            .contains("Auto-Submitted: auto-replied")
                            .contains("From: Example Support <support@example.com>"));
        }
    }

    private static List<Interaction> queued(Store store, String queue) {
        return store.read(tx -> tx.interactions()
                .find("default", InteractionFilter.all().queue(queue).state(State.QUEUED.word())));
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(TestInstance.checkout().resolve("samples").resolve(name));
    }
}
