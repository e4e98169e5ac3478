package dev.serai.large;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.TestInstance;
import dev.serai.interaction.Json;
import dev.serai.large.Client.Downloaded;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than the memory of the hub, over REST, on the embedded database. */
class LargeContentTest {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String MAIL = "message/rfc822";

    @TempDir
    private static Path folder;

    private static SmallHub hub;

    @BeforeAll
    static void start() {
        Path instance = folder.resolve("hub");
        new TestInstance(instance).setting("serai.http.max-body", "200MB");
        hub = SmallHub.start(instance, "256m");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void hubShouldBeWell() {
        await().atMost(LONG).untilAsserted(hub::isWell);
    }

    @Test
    void p03_mailOf150MegabytesShouldBeTakenAndGivenToManySlowClientsAtOnce() throws Exception {
        LargeMail mail = LargeMail.write(folder, "plans", 110);
        Client client = hub.client();
        HttpResponse<String> submitted = client.post("/api/v1/interactions", MAIL, BodyPublishers.ofFile(mail.file()));
        assertThat(submitted.statusCode()).as(submitted.body()).isEqualTo(201);
        String raw = submitted.headers().firstValue("Location").orElseThrow() + "/raw";

        List<SlowClient> slow = new ArrayList<>();
        while (slow.isEmpty() || slow.get(slow.size() - 1).status().contains(" 200 ")) {
            slow.add(SlowClient.get(hub.port(), raw));
        }
        assertThat(slow).hasSizeGreaterThan(10);
        assertThat(slow.get(slow.size() - 1).status()).contains(" 429 ");
        assertThat(slow.get(0).sha256()).isEqualTo(mail.sha256());
        slow.forEach(SlowClient::close);

        await().atMost(LONG)
                .until(() -> client.download(raw, "Range", "bytes=0-9").status() == 206);
    }

    @Test
    void partOfTheOriginalShouldBeGivenByItsRange() throws Exception {
        LargeMail mail = LargeMail.write(folder, "range", 3);
        Client client = hub.client();
        String raw = client.post("/api/v1/interactions", MAIL, BodyPublishers.ofFile(mail.file()))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow()
                + "/raw";

        Downloaded part = client.download(raw, "Range", "bytes=1000000-1999999");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.size()).isEqualTo(1_000_000);
        assertThat(part.response().headers().firstValue("Content-Range"))
                .hasValue("bytes 1000000-1999999/" + java.nio.file.Files.size(mail.file()));
        assertThat(client.head(raw).headers().firstValueAsLong("Content-Length"))
                .hasValue(java.nio.file.Files.size(mail.file()));
        assertThat(client.download(raw, "If-None-Match", "\"" + mail.sha256() + "\"")
                        .status())
                .isEqualTo(304);
    }

    @Test
    void eightMailsOf25MegabytesShouldBeTakenAtOnce() throws Exception {
        LargeMail mail = LargeMail.write(folder, "many", 18);

        List<HttpResponse<String>> answers = atOnce(
                8, number -> hub.client().post("/api/v1/interactions?externalId=many-" + number, MAIL, file(mail)));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
        JsonNode last = Json.read(answers.get(7).body(), JsonNode.class);
        assertThat(hub.client()
                        .download("/api/v1/interactions/" + last.path("id").asText() + "/raw")
                        .sha256())
                .isEqualTo(mail.sha256());
    }

    @Test
    void largeJsonShouldBeRefusedWhereThereIsNoMemoryForIt() throws Exception {
        String body = "{'subject':'" + "x".repeat(7_000_000) + "'}";

        List<HttpResponse<String>> answers = atOnce(8, number -> hub.client().post("/api/v1/interactions", body));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(400, 429);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Retry-After")).isPresent());
    }

    @Test
    void jsonThatNeverHasRoomShouldBeTooLarge() {
        HttpResponse<String> answer =
                hub.client().post("/api/v1/interactions", "{'text':'" + "x".repeat(30_000_000) + "'}");

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static java.net.http.HttpRequest.BodyPublisher file(LargeMail mail) {
        try {
            return BodyPublishers.ofFile(mail.file());
        } catch (java.io.FileNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static <T> List<T> atOnce(int count, IntFunction<T> action) {
        List<CompletableFuture<T>> all = IntStream.range(0, count)
                .mapToObj(number ->
                        CompletableFuture.supplyAsync(() -> action.apply(number), task -> new Thread(task).start()))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }
}
