package dev.serai.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.interaction.Json;
import dev.serai.testing.Postgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail with everything that no database and no browser takes, from its submission to its download. */
class NastyMailFlowTest {
    private static final byte[] MAIL = """
            From: =?utf-8?q?J=00o?= <jo@customer.example>\r
            To: support@example.com\r
            Subject: =?utf-8?q?In=00voice_=EF=BF=BF?=\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=b\r
            \r
            --b\r
            \r
            He\0llo\r
            --b\r
            Content-Type: application/octet-stream\r
            Content-Disposition: attachment; filename*=utf-8''..%2F%00..%2F%0D%0ASet-Cookie%3A%20x%22%3B.sh\r
            \r
            \0\1\2\r
            --b--\r
            """.getBytes(StandardCharsets.ISO_8859_1);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void p36_aNastyMailShouldGoAllTheWayOnPostgres() throws Exception {
        goesAllTheWay(new TestInstance(folder).on(Postgres.shared().createDatabase()));
    }

    @Test
    void p36_p39_aNastyMailShouldGoAllTheWayOnH2() throws Exception {
        goesAllTheWay(new TestInstance(folder));
    }

    private void goesAllTheWay(TestInstance instance) throws Exception {
        try (Hub hub = instance.placing().start()) {
            String root = "http://127.0.0.1:" + hub.httpPort();
            JsonNode submitted = json(HttpRequest.newBuilder(URI.create(root + "/api/v1/interactions"))
                    .header("Content-Type", "message/rfc822")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(MAIL)));
            String path = root + "/api/v1/interactions/" + submitted.path("id").asText();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> get(path).path("queue").asText().equals("general"));

            JsonNode stored = get(path);
            assertThat(stored.path("subject").asText()).startsWith("Invoice");
            assertThat(stored.path("text").asText()).startsWith("Hello");
            assertThat(stored.toString()).doesNotContain("\\u0000", "\0", "\uFFFF");
            assertThat(bytes(path + "/raw").body()).isEqualTo(MAIL);
            HttpResponse<byte[]> file =
                    bytes(root + stored.at("/attachments/0/href").asText());
            assertThat(file.body()).containsExactly(0, 1, 2);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment")
                    .doesNotContain("..", "/", "\"\"");
            assertThat(file.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    private JsonNode get(String path) throws Exception {
        return json(HttpRequest.newBuilder(URI.create(path)));
    }

    private JsonNode json(HttpRequest.Builder request) throws Exception {
        return Json.read(
                http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body(), JsonNode.class);
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
