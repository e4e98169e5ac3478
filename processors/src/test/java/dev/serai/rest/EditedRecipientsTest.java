package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.rest.ReviewDesk.Held;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail whose recipients were changed leaves to the new ones, and to nobody else. */
class EditedRecipientsTest {
    private static final String CARD = "'text':'Charged to 4111 1111 1111 1111.','cc':['old@example.org']";
    private static final String NEW = "'to':['ann@example.net'],'cc':['kim@example.net']";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static SmtpSink sink;

    private final ReviewDesk desk = new ReviewDesk(hub, new Client(hub.httpPort()));
    private final Client client = desk.client();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        sink = SmtpSink.start();
        hub = new TestInstance(folder).account("default", sink.port()).start();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        sink.close();
    }

    @Test
    void aMailInReviewShouldLeaveToItsNewRecipientsOnly() {
        Held held = desk.inReview(CARD);

        editAndApprove(held);

        desk.sent(held.id());
        assertThat(envelope(held.id())).containsExactlyInAnyOrder("<ann@example.net>", "<kim@example.net>");
    }

    @Test
    void aMailThatWasHandedOverBeforeShouldLeaveToItsNewRecipientsOnly() {
        sink.stop();
        String id = desk.reply("'text':'It is on its way.','cc':['old@example.org']");
        desk.inQueue(id, "dispatch");
        client.post("/api/v1/interactions/" + id + "/move", "{'queue':'review'}");
        Held held = desk.take(id, "review");

        editAndApprove(held);
        sink.restart();
        client.post("/api/v1/accounts/default/resume", "");

        desk.sent(id);
        assertThat(envelope(id)).containsExactlyInAnyOrder("<ann@example.net>", "<kim@example.net>");
    }

    private void editAndApprove(Held held) {
        Client.Answer edited = client.post(held.path() + "/edit", held.with(NEW));
        assertThat(edited.status()).as(edited.text()).isEqualTo(200);
        Client.Answer approved = client.post(held.path() + "/approve", held.with(""));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
    }

    /** Whom the server was told of with the mail. */
    private List<String> envelope(String id) {
        String messageId = desk.get(id).at("/messageId");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> sink.received().stream()
                                .filter(mail -> mail.text().contains(messageId))
                                .map(SunkMail::recipients)
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }
}
