package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.Event;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.Dovecot;
import dev.serai.testing.Postgres;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs that acknowledge each other's mail, on real servers. */
class PingPongTest {
    private static final String PASSWORD = "secret";
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void p59_aHubShouldNotAnswerTheAcknowledgementOfAnotherHub() throws Exception {
        try (Dovecot dovecot = Dovecot.start();
                SmtpSink sink = SmtpSink.start()) {
            dovecot.addUser("support", PASSWORD);
            dovecot.deliver(
                    "support", Files.readAllBytes(TestInstance.checkout().resolve("samples/invoice-de.eml")));
            TestInstance instance = new TestInstance(folder)
                    .on(Postgres.shared().createDatabase())
                    .imap("support", dovecot, PASSWORD, "mark-seen")
                    .account("default", sink.port());

            try (Hub hub = instance.start()) {
                await().atMost(SOON).until(() -> sink.received().size() == 1);
                SunkMail ours = sink.received().get(0);
                assertThat(ours.text())
                        .contains("Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All")
                        .doesNotContain("null");

                dovecot.deliver("support", asAnotherHubWouldSendIt(ours.text()));

                await().atMost(SOON).until(() -> parked(hub).size() == 1);
                Interaction theirs = parked(hub).get(0);
                assertThat(theirs.content().kind()).isEqualTo("auto-reply");
                assertThat(sink.received()).hasSize(1);
                assertThat(events(hub, theirs)).noneMatch(event -> event.data().containsKey("replies"));
            }
        }
    }

    /** The same acknowledgement with the other side's addresses and Message-ID. */
    private static byte[] asAnotherHubWouldSendIt(String ours) {
        String head = ours.substring(ours.indexOf("From:"))
                .replaceAll("(?m)^From:.*$", "From: Help Desk <helpdesk@other.example>")
                .replaceAll("(?m)^To:.*$", "To: support@example.com")
                .replaceAll("(?m)^Message-ID:.*$", "Message-ID: <ack-1@other.example>");
        return head.replaceAll("\r?\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static List<Interaction> parked(Hub hub) {
        return hub.store()
                .read(tx -> tx.interactions()
                        .find(
                                "default",
                                InteractionFilter.all().queue("machine-mail").state(State.QUEUED.word())));
    }

    private static List<Event> events(Hub hub, Interaction one) {
        return hub.store().read(tx -> tx.events().timeline("default", one.id()));
    }
}
