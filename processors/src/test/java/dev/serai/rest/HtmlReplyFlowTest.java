package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.rest.ReviewDesk.Held;
import dev.serai.testing.SmtpSink;
import dev.serai.testing.SunkMail;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail with HTML and a picture in it is answered with HTML: from its intake to the server that takes the answer. */
class HtmlReplyFlowTest {
    private static final String PICTURE = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
    private static final byte[] MAIL = ("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: My cat\r\n"
                    + "Message-ID: <cat@example.org>\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
                    + "<p>Look: <img src=\"cid:cat@home\"><img src=\"https://tracker.example/1.gif\"></p>\r\n--b\r\n"
                    + "Content-Type: image/gif\r\nContent-ID: <cat@home>\r\nContent-Disposition: inline\r\n"
                    + "Content-Transfer-Encoding: base64\r\n\r\n" + PICTURE + "\r\n--b--\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> BEFORE_CLIENTS = Set.of("", "intake", "inbound");

    @Test
    void theAnswerShouldShowWhatItAnswersWithItsPicture(@TempDir Path folder) throws Exception {
        try (SmtpSink sink = SmtpSink.start();
                Hub hub =
                        new TestInstance(folder).account("default", sink.port()).start()) {
            Held mail = held(new ReviewDesk(hub, new Client(hub.httpPort())), hub);

            Client.Answer reply = new Client(hub.httpPort())
                    .post(
                            mail.path() + "/reply",
                            mail.with("'html':'<p>How nice</p>','quote':true,'complete':true,'cc':[]"));

            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            sink.received().stream().anyMatch(one -> one.text().contains("How nice")));
            SunkMail sent = sink.received().stream()
                    .filter(one -> one.text().contains("How nice"))
                    .findFirst()
                    .orElseThrow();
            assertThat(sent.text().replace("=\n", "").replace("=3D", "="))
                    .contains("In-Reply-To: <cat@example.org>", "multipart/related", "<p>How nice</p>", "Look: ")
                    .contains("src=\"cid:p1." + reply.at("/id"), "Content-ID: <p1." + reply.at("/id"))
                    .contains(PICTURE)
                    .doesNotContain("tracker", "cid:cat@home");
        }
    }

    /** The mail, read by intake and placed by the shipped strategy, in somebody's hands. */
    private static Held held(ReviewDesk desk, Hub hub) {
        String id = new Client(hub.httpPort())
                .mail("/api/v1/interactions", MAIL)
                .header("Location")
                .replaceAll(".*/", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !BEFORE_CLIENTS.contains(desk.get(id).at("/queue")));
        return desk.take(id, desk.get(id).at("/queue"));
    }
}
