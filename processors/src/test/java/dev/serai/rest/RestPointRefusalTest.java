package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.interaction.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What REST points answer when they do not do what they are asked, by HTTP's own means. */
class RestPointRefusalTest {
    private static final String SUBMIT = "{\"operation\":\"submit\"}";
    private static final String JSON = "application/json";

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private static Hub hub;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = new TestInstance(folder)
                .file("routes/capture/capture-rest-shop.camel.yaml", point("rest", "shop", ""))
                .file("routes/capture/capture-rest-desk.camel.yaml", point("rest", "desk", ""))
                .file("routes/capture/capture-rest-closed.camel.yaml", point("rest", "closed", ", enabled: false"))
                .file("routes/capture/capture-jms-erp.camel.yaml", point("jms", "erp", ""))
                .start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void oneOperationShouldHaveAStatusOfItsOwn() throws Exception {
        assertThat(status("{\"operation\":\"submit\",\"externalId\":\"S-1\"}")).isEqualTo(201);
        assertThat(status("{\"operation\":\"submit\",\"externalId\":\"S-1\"}")).isEqualTo(200);
        assertThat(status("{\"operation\":\"ping\"}")).isEqualTo(200);
        assertThat(status("{\"operation\":\"stop\",\"externalId\":\"none\"}")).isEqualTo(404);
        assertThat(status("{\"operation\":\"submit\",\"properties\":{\"queue\":\"nowhere\"}}"))
                .isEqualTo(422);
        assertThat(status("{\"operation\":")).isEqualTo(400);
        assertThat(status("[{\"operation\":\"stop\",\"externalId\":\"none\"}]")).isEqualTo(200);
    }

    @Test
    void aRepeatShouldHaveTheStatusOfTheFirst() throws Exception {
        String known = "{\"operation\":\"submit\",\"externalId\":\"S-1\"}";
        int first = send("shop", SUBMIT, JSON, "r1").statusCode();
        HttpResponse<String> again = send("shop", SUBMIT, JSON, "r1");
        assertThat(first).isEqualTo(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");

        int unused = status(known);
        assertThat(send("shop", known, JSON, "r2").statusCode()).isEqualTo(200);
        assertThat(send("shop", known, JSON, "r2").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyRestPointsShouldBeThere() throws Exception {
        assertThat(code(post("erp", SUBMIT))).isEqualTo("404 not-found");
        assertThat(code(post("nobody", SUBMIT))).isEqualTo("404 not-found");
    }

    @Test
    void aDisabledPointShouldSayThatItIs() throws Exception {
        assertThat(code(post("closed", SUBMIT))).isEqualTo("409 wrong-state");
        assertThat(state("closed")).isEqualTo("disabled");
    }

    @Test
    void aPausedPointShouldTakeNothingUntilItIsResumed() throws Exception {
        steer("desk/pause");
        await().untilAsserted(() -> assertThat(code(post("desk", SUBMIT))).isEqualTo("503 unavailable"));
        assertThat(post("desk", SUBMIT).headers().firstValue("Retry-After")).isPresent();
        assertThat(state("desk")).isEqualTo("paused");
        steer("desk/resume");

        await().untilAsserted(
                        () -> assertThat(post("desk", SUBMIT).statusCode()).isEqualTo(201));
        assertThat(state("desk")).isEqualTo("running");
    }

    @Test
    void onlyJsonAndXmlShouldBeTaken() throws Exception {
        assertThat(code(send("shop", "a=b", "application/x-www-form-urlencoded", "k1")))
                .isEqualTo("415 unsupported-media-type");
        assertThat(send("shop", "<i operation='ping'/>", JSON, "k2").statusCode())
                .isEqualTo(400);
        assertThat(send("shop", "<i operation='ping'/>", "text/xml; charset=utf-8", "k3")
                        .body())
                .isEqualTo("<interaction operation=\"pong\"></interaction>");
    }

    @Test
    void aKeyShouldBeForOneDocument() throws Exception {
        String first = send("shop", SUBMIT, JSON, "mine").body();
        HttpResponse<String> again = send("shop", SUBMIT, JSON, "mine");

        assertThat(again.body()).isEqualTo(first);
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(code(send("shop", "[" + SUBMIT + "]", JSON, "mine"))).isEqualTo("422 idempotency-key-reused");
        assertThat(send("shop", SUBMIT, JSON, "k".repeat(255)).statusCode()).isEqualTo(201);
        assertThat(code(send("shop", SUBMIT, JSON, "k".repeat(256)))).isEqualTo("400 invalid-request");
    }

    private static String point(String kind, String name, String more) {
        return """
                - route:
                    id: capture-%1$s-%2$s
                    description: A point of the test
                    from:
                      uri: kamelet:%1$s-capture-source
                      parameters: {name: %2$s, queue: billing%3$s}
                      steps:
                        - log: {id: captured, message: captured, loggingLevel: DEBUG}
                """.formatted(kind, name, more);
    }

    private String state(String point) throws Exception {
        HttpRequest list = HttpRequest.newBuilder(uri("")).build();
        String all = http.send(list, HttpResponse.BodyHandlers.ofString()).body();
        for (JsonNode one : Json.read(all, JsonNode.class).path("items")) {
            if (one.path("name").asText().equals(point)) {
                return one.path("state").asText();
            }
        }
        throw new AssertionError(all);
    }

    private void steer(String path) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(uri("/" + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(http.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private static String code(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + Json.read(answer.body(), JsonNode.class).path("code").asText();
    }

    private int status(String json) throws Exception {
        return post("shop", json).statusCode();
    }

    private HttpResponse<String> post(String point, String json) throws Exception {
        return send(point, json, JSON, UUID.randomUUID().toString());
    }

    private HttpResponse<String> send(String point, String body, String type, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/" + point + "/operations"))
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + hub.httpPort() + "/api/v1/capture-points" + path);
    }
}
