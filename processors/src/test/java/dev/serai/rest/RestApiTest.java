package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API over HTTP, on H2. Each test uses a queue's work of its own or takes what it put there. */
class RestApiTest {
    private static final byte[] MAIL =
            ("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: hi\r\nMessage-ID: <m1@example.org>\r\n"
                            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n"
                            + "--b\r\nContent-Type: text/html; name=\"x.html\"\r\nContent-Disposition: attachment;"
                            + " filename=\"x.html\"\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final String ACCOUNT = """
            - route:
                id: dispatch-smtp-default
                description: The account of the test
                from:
                  uri: direct:dispatch-smtp-default
                  steps:
                    - to: {id: send, uri: "kamelet:smtp-sink", parameters: {host: 127.0.0.1, from: support@example.com}}
            """;

    private static RestHub hub;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        hub = RestHub.start(folder, Map.of(), Map.of("routes/dispatch/dispatch-smtp-default.camel.yaml", ACCOUNT));
        client = new Client(hub);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void submitShouldAnswerTheInteractionAndWhereItIs() {
        Client.Answer answer = submit("{'queue':'general','subject':'Hello','from':'jo@example.org'}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/interactions/" + answer.at("/id"));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.at("/state")).isEqualTo("queued");
        assertThat(answer.at("/contact/address")).isEqualTo("jo@example.org");
        assertThat(client.get(answer.header("Location")).at("/subject")).isEqualTo("Hello");
    }

    @Test
    void submitShouldPointAtTheUnknownField() {
        Client.Answer answer = submit("{'queue':'general','subjekt':'Hello'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo("invalid-request");
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/subjekt");
        assertThat(answer.at("/requestId")).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void submitShouldBeRefusedWhenTheContentTypeIsAForms() {
        Client.Answer answer =
                client.post("/api/v1/interactions", "", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.at("/code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void submitShouldBeRefusedWhenTheJsonIsBroken() {
        Client.Answer answer = submit("{'queue':");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).contains("line 1");
    }

    @Test
    void submitShouldBeRefusedWhenTheQueueIsUndeclared() {
        Client.Answer answer = submit("{'queue':'nowhere'}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/code")).isEqualTo("undeclared-queue");
    }

    @Test
    void submitShouldBeRefusedWhenTheBodyIsTooLarge() {
        Client.Answer answer = client.mail("/api/v1/interactions", new byte[26 << 20]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.at("/code")).isEqualTo("too-large");
    }

    @Test
    void submitShouldAnswerTheFirstWhenTheExternalIdIsKnown() {
        Client.Answer first = submit("{'queue':'general','externalId':'e-1'}");
        Client.Answer again = submit("{'queue':'general','externalId':'e-1'}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(client.get("/api/v1/interactions?externalId=e-1").json().path("items"))
                .hasSize(1);
    }

    @Test
    void submitShouldAnswerTheFirstResultWhenTheKeyComesTwice() {
        String key = UUID.randomUUID().toString();
        Client.Answer first = submit("{'queue':'general'}", "Idempotency-Key", key);
        Client.Answer again = submit("{'queue':'general'}", "Idempotency-Key", key);
        Client.Answer other = submit("{'queue':'billing'}", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void submittedMailShouldWaitInIntakeAndGiveItsBytesBack() {
        Client.Answer answer = client.mail("/api/v1/interactions", MAIL);
        Client.Answer raw = client.get(answer.header("Location") + "/raw");

        assertThat(answer.at("/queue")).isEqualTo("intake");
        assertThat(raw.response().body()).isEqualTo(MAIL);
        assertThat(raw.header("Content-Type")).isEqualTo("message/rfc822");
        assertThat(raw.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void anAttachmentShouldBeADownloadThatNoBrowserRuns() {
        String location = client.mail("/api/v1/interactions", MAIL).header("Location");
        Client.Answer attachment = client.get(location + "/attachments/1");

        assertThat(attachment.text()).contains("<script>");
        assertThat(attachment.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(attachment.header("Content-Disposition")).startsWith("attachment; filename=\"x.html\"");
        assertThat(attachment.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(attachment.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(client.get(location + "/attachments/2").status()).isEqualTo(404);
    }

    @Test
    void patchShouldNeedTheCurrentVersion() {
        String location = submit("{'queue':'general'}").header("Location");

        Client.Answer unconditional = client.send("PATCH", location, "{'priority':7}");
        Client.Answer changed = client.send("PATCH", location, "{'priority':7}", "If-Match", "\"1\"");
        Client.Answer late = client.send("PATCH", location, "{'priority':8}", "If-Match", "\"1\"");

        assertThat(unconditional.status()).isEqualTo(428);
        assertThat(changed.at("/priority")).isEqualTo("7");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    void findShouldGoPageByPage() {
        String word = "page" + System.nanoTime();
        for (int i = 0; i < 3; i++) {
            submit("{'queue':'general','subject':'" + word + " " + i + "'}");
        }
        Client.Answer first = client.get("/api/v1/interactions?limit=2&q=" + word);
        Client.Answer second = client.get("/api/v1/interactions?limit=2&q=" + word + "&cursor=" + first.at("/next"));

        assertThat(first.json().path("items")).hasSize(2);
        assertThat(first.at("/items/0/subject")).endsWith("2");
        assertThat(first.json().at("/items/0").has("text")).isFalse();
        assertThat(second.json().path("items")).hasSize(1);
        assertThat(second.json().has("next")).isFalse();
    }

    @Test
    void findShouldRefuseWhatItDoesNotKnow() {
        assertThat(client.get("/api/v1/interactions?foo=1").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/interactions?state=lost").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/interactions?limit=0").status()).isEqualTo(400);
        assertThat(client.get("/api/v1/interactions?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void timelineShouldSayWhatHappenedAndWhy() {
        String location = submit("{'queue':'general'}").header("Location");
        client.post(location + "/hold", "{'reason':'wait for the contract'}");
        Client.Answer timeline = client.get(location + "/timeline");

        assertThat(timeline.at("/items/0/type")).isEqualTo("serai.interaction.submitted");
        assertThat(timeline.at("/items/1/type")).isEqualTo("serai.interaction.held");
        assertThat(timeline.at("/items/1/data/reason")).isEqualTo("wait for the contract");
    }

    @Test
    void operationsShouldFollowTheStateTable() {
        String location = submit("{'queue':'general'}").header("Location");

        assertThat(client.post(location + "/hold", "").at("/state")).isEqualTo("held");
        assertThat(client.post(location + "/move", "{'queue':'unrouted'}").at("/state"))
                .isEqualTo("held");
        assertThat(client.post(location + "/resume", "{}").at("/state")).isEqualTo("queued");
        assertThat(client.post(location + "/stop", "{'reason':'spam'}").at("/stopReason"))
                .isEqualTo("spam");
        assertThat(client.post(location + "/hold", "").status()).isEqualTo(409);
        assertThat(client.post(location + "/hold", "").at("/code")).isEqualTo("wrong-state");
    }

    @Test
    void moveShouldSayThatTheQueueIsMissing() {
        String location = submit("{'queue':'general'}").header("Location");
        Client.Answer answer = client.post(location + "/move", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/pointer")).isEqualTo("/queue");
    }

    @Test
    void pulledWorkShouldBeCompletedOnce() {
        submit("{'queue':'billing','priority':100,'text':'the text'}");
        Client.Answer pulled = client.post("/api/v1/queues/billing/pull", "{'worker':'anna'}");
        String id = pulled.at("/items/0/id");
        String token = "{'token':'" + pulled.at("/items/0/lease/token") + "'}";

        assertThat(pulled.at("/items/0/text")).isEqualTo("the text");
        assertThat(pulled.at("/items/0/assignedTo")).isEqualTo("anna");
        assertThat(client.post("/api/v1/interactions/" + id + "/renew", token).at("/token"))
                .isEqualTo(pulled.at("/items/0/lease/token"));
        assertThat(client.post("/api/v1/interactions/" + id + "/complete", token)
                        .at("/state"))
                .isEqualTo("stopped");
        assertThat(client.post("/api/v1/interactions/" + id + "/complete", token)
                        .at("/code"))
                .isEqualTo("lease-lost");
    }

    @Test
    void aReplyShouldBeMadeOnceAndCompleteItsInteraction() {
        Client.Answer pulled = pulledMail();
        String path = "/api/v1/interactions/" + pulled.at("/items/0/id");
        String json = "{'complete':true,'text':'Here it is','token':'" + pulled.at("/items/0/lease/token") + "'}";
        String key = UUID.randomUUID().toString();
        Client.Answer reply = client.post(path + "/reply", json, "Idempotency-Key", key);
        Client.Answer again = client.post(path + "/reply", json, "Idempotency-Key", key);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.at("/subtype")).isEqualTo("OutboundReply");
        assertThat(reply.at("/from/address")).isEqualTo("support@example.com");
        assertThat(again.at("/id")).isEqualTo(reply.at("/id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(client.get(path).at("/stopReason")).isEqualTo("answered");
        assertThat(client.get("/observe/metrics").text())
                .contains("serai_replies_total{kind=\"reply\",result=\"accepted\"}");
    }

    @Test
    void aReplyShouldSayTheStandardResponseInTheWritersLanguage() {
        Client.Answer pulled = pulledMail();
        String path = "/api/v1/interactions/" + pulled.at("/items/0/id");
        String token = "'token':'" + pulled.at("/items/0/lease/token") + "'";
        Client.Answer unknown = client.post(path + "/reply", "{'response':'nothing'," + token + "}");
        Client.Answer reply = client.post(path + "/reply", "{'response':'ack-billing'," + token + "}");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.at("/errors/0/pointer")).isEqualTo("/response");
        assertThat(reply.at("/language")).isEqualTo("de");
        assertThat(client.get(reply.header("Location")).at("/text")).isNotBlank();
        release(pulled);
    }

    @Test
    void responsesShouldBeListedAndShownForAnInteraction() {
        Client.Answer pulled = pulledMail();
        String id = pulled.at("/items/0/id");

        Client.Answer list = client.get("/api/v1/responses?usage=suggestion&language=de&category=billing");
        Client.Answer preview = client.get("/api/v1/responses/ack-billing/preview?interaction=" + id);
        Client.Answer made = client.get("/api/v1/responses/ack-billing/preview?language=en");

        assertThat(list.at("/items/0/name")).isEqualTo("ack-billing");
        assertThat(preview.at("/language")).isEqualTo("de");
        assertThat(preview.at("/text")).contains(id).doesNotContain("null", "<$");
        assertThat(made.at("/text")).startsWith("Hello Ada,");
        assertThat(client.get("/api/v1/responses/ack-biling/preview").at("/detail"))
                .contains("'ack-billing'");
        release(pulled);
    }

    @Test
    void aReplyShouldSpeakAsTheAgentWhoWrites() {
        Client.Answer pulled = pulledMail();
        String path = "/api/v1/interactions/" + pulled.at("/items/0/id");
        String token = "'token':'" + pulled.at("/items/0/lease/token") + "'";
        Client.Answer reply = client.post(
                path + "/reply",
                "{'response':'ack-billing','agent':{'firstName':'Ann','signature':'Ann of billing'}," + token + "}");

        assertThat(client.get(reply.header("Location")).at("/text")).contains("Ann of billing");
        release(pulled);
    }

    @Test
    void aReplyShouldNameWhatIsWrongWithIt() {
        Client.Answer pulled = pulledMail();
        String path = "/api/v1/interactions/" + pulled.at("/items/0/id");
        Client.Answer answer = client.post(path + "/reply", "{'to':'nobody'}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/token", "/text", "/to");
        release(pulled);
    }

    @Test
    void pullShouldAnswerTheSameBatchWhenTheKeyIsTheSame() {
        submit("{'queue':'billing'}");
        String key = UUID.randomUUID().toString();
        Client.Answer first = client.post("/api/v1/queues/billing/pull", "{'max':1}", "Idempotency-Key", key);
        Client.Answer again = client.post("/api/v1/queues/billing/pull", "{'max':1}", "Idempotency-Key", key);

        assertThat(again.at("/items/0/lease/token")).isEqualTo(first.at("/items/0/lease/token"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        release(first);
    }

    @Test
    void pullShouldBeRefusedFromAStrategyQueue() {
        Client.Answer answer = client.post("/api/v1/queues/inbound/pull", "{}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.at("/code")).isEqualTo("queue-has-strategy");
        assertThat(client.post("/api/v1/queues/nowhere/pull", "{}").status()).isEqualTo(404);
        assertThat(client.post("/api/v1/queues/billing/pull", "{'max':0}").status())
                .isEqualTo(400);
        assertThat(client.post("/api/v1/queues/billing/pull", "{'wait':'61s'}").status())
                .isEqualTo(400);
    }

    @Test
    void aWaitingPullShouldAnswerWhenWorkComes() {
        CompletableFuture<Client.Answer> waiting =
                client.postAsync("/api/v1/queues/machine-mail/pull", "{'wait':'30s','worker':'bert'}");
        assertThat(waiting).isNotDone();
        String id = submit("{'queue':'machine-mail'}").at("/id");

        Client.Answer pulled =
                waiting.orTimeout(10, java.util.concurrent.TimeUnit.SECONDS).join();
        assertThat(pulled.at("/items/0/id")).isEqualTo(id);
        release(pulled);
    }

    @Test
    void aWaitingPullShouldAnswerNothingWhenItsPatienceEnds() {
        Instant begin = Instant.now();
        Client.Answer answer = client.post("/api/v1/queues/unrouted/pull", "{'wait':1}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("items")).isEmpty();
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void manyWaitingPullsShouldShareTheWork() {
        var waiting = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> client.postAsync("/api/v1/queues/machine-mail/pull", "{'wait':'20s'}"))
                .toList();
        for (int i = 0; i < 30; i++) {
            submit("{'queue':'machine-mail'}");
        }

        assertThat(waiting.stream()
                        .map(one -> one.orTimeout(20, java.util.concurrent.TimeUnit.SECONDS)
                                .join())
                        .map(answer -> answer.at("/items/0/id")))
                .hasSize(30)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void queuesShouldBeListedAndPaused() {
        client.post("/api/v1/queues/unrouted/pause", "");
        assertThat(queue("unrouted").path("paused").asBoolean()).isTrue();

        client.post("/api/v1/queues/unrouted/resume", "");
        assertThat(queue("unrouted").path("paused").asBoolean()).isFalse();
        assertThat(queue("intake").path("kind").asText()).isEqualTo("hub");
    }

    @Test
    void aQueueShouldBeListedInItsOrderPageByPage() {
        Client.Answer low = submit("{'queue':'unrouted','priority':1}");
        Client.Answer high = submit("{'queue':'unrouted','priority':99}");

        Client.Answer first = client.get("/api/v1/queues/unrouted/interactions?limit=1");
        Client.Answer second = client.get("/api/v1/queues/unrouted/interactions?limit=1&cursor=" + first.at("/next"));

        assertThat(first.at("/items/0/id")).isEqualTo(high.at("/id"));
        assertThat(second.at("/items/0/id")).isEqualTo(low.at("/id"));
        client.post(low.header("Location") + "/stop", "");
        client.post(high.header("Location") + "/stop", "");
    }

    @Test
    void routesShouldBeCountedUnderTheirOwnIds() {
        client.get("/api/v1/config/generations");
        Client.Answer routes = client.get("/api/v1/routes");

        assertThat(routes.json().path("items").findValuesAsText("id"))
                .contains("api-config-generations", "api-interactions-submit", "api-queues-pull");
        assertThat(client.post("/api/v1/routes/api-routes-list/stop", "").status())
                .isEqualTo(409);
        assertThat(client.post("/api/v1/routes/nothing/stop", "").status()).isEqualTo(404);
    }

    @Test
    void anUnknownPathShouldBeNotFoundAndAnotherMethodNotAllowed() {
        Client.Answer unknown = client.get("/api/v1/nothing");
        Client.Answer method = client.send("DELETE", "/api/v1/interactions", "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/code")).isEqualTo("not-found");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, POST");
        assertThat(client.get("/api/v1/interactions/nonsense").status()).isEqualTo(404);
    }

    @Test
    void openApiShouldDescribeEveryVerb() {
        Client.Answer api = client.get("/api/v1/openapi.json");

        assertThat(api.at("/servers/0/url")).contains("127.0.0.1").doesNotContain("0.0.0.0");
        assertThat(api.at("/paths/~1api~1v1~1queues~1{queue}~1pull/post/summary")
                        + api.at("/paths/~1api~1v1~1queues~1{queue}~1pull/post/description"))
                .contains("lease");
        assertThat(api.at("/paths/~1api~1v1~1interactions/post/operationId")).isEqualTo("api-interactions-submit");
    }

    @Test
    void headersOfARequestShouldNeverReachARoute() {
        Client.Answer answer = client.get(
                "/api/v1/config/generations",
                "CamelHttpResponseCode",
                "204",
                "camelhttpresponsecode",
                "204",
                "SeraiInteractionId",
                "x",
                "JMSReplyTo",
                "x");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("SeraiInteractionId")).isNull();
    }

    @Test
    void aForeignPageShouldBeRefused() {
        assertThat(client.post("/api/v1/queues/billing/pause", "", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/status", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
    }

    @Test
    void anotherAddressShouldBeRefusedUntilAuthenticationExists(@TempDir Path folder) {
        assertThatThrownBy(() -> RestHub.start(folder, Map.of("serai.http.host", "0.0.0.0"), Map.of()))
                .hasMessageContaining("serai.http.host");
    }

    @Test
    void healthShouldSayWhatIsWrong() {
        hub.brokerIs(false);
        Client.Answer down = client.get("/observe/health/ready");
        hub.brokerIs(true);
        Client.Answer up = client.get("/observe/health");

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("the broker does not answer");
        assertThat(up.status()).isEqualTo(200);
        assertThat(up.text()).contains("{\"name\":\"broker\",\"status\":\"UP\"}");
        assertThat(client.get("/observe/health/live").status()).isEqualTo(200);
    }

    @Test
    void healthShouldNameLiveRoutesThatDoNotRun() {
        Client.Answer health = client.get("/observe/health");

        assertThat(health.at("/status")).isEqualTo("DEGRADED");
        assertThat(health.text()).contains("not running: dispatch-smtp-default, strategy-inbound, strategy-outbound");
    }

    @Test
    void metersShouldHaveTheirNames() {
        submit("{'queue':'billing'}");
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            String meters = client.get("/observe/metrics").text();
            assertThat(meters)
                    .containsPattern("serai_queue_depth\\{queue=\"billing\"\\} [1-9]")
                    .contains("serai_queue_oldest_age_seconds{queue=\"billing\"}")
                    .contains("serai_leases{queue=\"billing\"}")
                    .contains("serai_oldest_age_seconds{stage=\"intake\"}")
                    .contains("serai_dependency_up{name=\"database\"} 1.0")
                    .contains("serai_disk_free_bytes ")
                    .contains("routeId=\"api-interactions-submit\"");
        });
    }

    @Test
    void tryShouldExplainAMailWithoutKeepingIt() {
        assertThat(client.mail("/api/v1/try", MAIL).at("/outcome")).isEqualTo("queued");
        assertThat(client.post("/api/v1/try", "{}").status()).isEqualTo(415);
    }

    @Test
    void theConsoleShouldBeServedWithAStrictPolicy() {
        Client.Answer page = client.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(client.get("/../pom.xml").status()).isIn(400, 404);
    }

    private static Client.Answer pulledMail() {
        submit("{'queue':'billing','priority':100,'language':'de','subject':'Invoice','from':'jo@example.org'}");
        return client.post("/api/v1/queues/billing/pull", "{}");
    }

    private static void release(Client.Answer pulled) {
        pulled.json()
                .path("items")
                .forEach(item -> client.post(
                        "/api/v1/interactions/" + item.path("id").asText() + "/complete",
                        "{'token':'" + item.at("/lease/token").asText() + "'}"));
    }

    private static com.fasterxml.jackson.databind.JsonNode queue(String name) {
        for (var queue : client.get("/api/v1/queues").json().path("items")) {
            if (queue.path("name").asText().equals(name)) {
                return queue;
            }
        }
        throw new AssertionError("no queue " + name);
    }

    private static Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
