package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.rest.Client.Answer;
import dev.serai.testing.Issuer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub whose issuer of tokens does not show its keys. */
class KeysAwayTest {
    private static final String SUBMIT = "/api/v1/interactions";

    /** Gauges are read less often where reading takes long. */
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Issuer issuer = Issuer.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    private String admin() throws Exception {
        return Files.readString(folder.resolve("admin.key")).strip();
    }

    @Test
    void tokensShouldWaitForKeysWithTheirBodiesAndHoldUpNobody() throws Exception {
        issuer.hold();
        try (RestHub hub = RestHub.start(folder, issuer.settings(), Map.of())) {
            Client client = new Client(hub);
            String mail = "Subject: Hello\r\nFrom: jo@example.org\r\n\r\n" + "0123456789abcdef\r\n".repeat(100_000);
            String token = issuer.token("jo", "submit", "view");
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, 20)
                    .mapToObj(i -> client.postAsync(
                            SUBMIT, "{'queue':'general','text':'" + "x".repeat(50_000) + "'}", Guarded.bearer(token)))
                    .toList();
            CompletableFuture<Answer> large = CompletableFuture.supplyAsync(
                    () -> client.mail(SUBMIT, mail.getBytes(StandardCharsets.US_ASCII), Guarded.bearer(token)));

            assertThat(client.get("/api/v1/status", Guarded.bearer(admin())).status())
                    .isEqualTo(200);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            issuer.release();

            assertThat(waiting)
                    .allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(201));
            assertThat(large.join().status()).isEqualTo(201);
            String id = large.join().at("/id");
            assertThat(client.get(SUBMIT + "/" + id + "/raw", Guarded.bearer(token))
                            .text())
                    .isEqualTo(mail);
        }
    }

    @Test
    void aTokenThatCannotBeJudgedShouldBeAnswered503AndHealthShouldSayWhy() throws Exception {
        issuer.answering(500);
        try (RestHub hub = RestHub.start(folder, issuer.settings(), Map.of())) {
            Client client = new Client(hub);
            Answer answer = client.get("/api/v1/queues", Guarded.bearer(issuer.token("jo", "view")));
            Answer ready = client.get("/observe/health", Guarded.bearer(admin()));
            Answer status = client.get("/api/v1/status", Guarded.bearer(admin()));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("/code")).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.header("WWW-Authenticate")).isNull();
            assertThat(ready.status()).isEqualTo(200);
            assertThat(ready.text()).contains("\"name\":\"jwks\",\"status\":\"DEGRADED\"", "answered 500");
            assertThat(status.text()).contains("The keys of the issuer of tokens cannot be read since");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(hub.meters().scrape()).contains("serai_dependency_up{name=\"jwks\"} 0.0"));
        }
    }

    @Test
    void anUnknownKeyShouldBeLeftOpenWhereTheServerWasAskedJustNow() throws Exception {
        try (RestHub hub = RestHub.start(folder, issuer.settings(), Map.of())) {
            Client client = new Client(hub);
            assertThat(client.get("/api/v1/queues", Guarded.bearer(issuer.token("jo", "view")))
                            .status())
                    .isEqualTo(200);
            String shown = issuer.shown();
            issuer.rotate();
            issuer.show(shown);

            Answer answer = client.get("/api/v1/queues", Guarded.bearer(issuer.token("jo", "view")));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.at("/detail"))
                    .contains("its key is not among the issuer's as they were read a moment ago");
        }
    }
}
