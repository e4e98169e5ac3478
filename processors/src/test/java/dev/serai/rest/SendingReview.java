package dev.serai.rest;

import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A hub on which people review mail, and from which it leaves to a server that keeps it. */
abstract class SendingReview {
    @SuppressWarnings("NullAway.Init") // JUnit starts it
    static Hub hub;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    static SmtpSink sink;

    final ReviewDesk desk = new ReviewDesk(hub, new Client(hub.httpPort()));
    final Client client = desk.client();

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

    /** The mail of an interaction, once it has left. */
    final SunkMail mail(String id) {
        String messageId = desk.get(id).at("/messageId");
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> sink.received().stream()
                                .filter(mail -> mail.text().contains(messageId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
