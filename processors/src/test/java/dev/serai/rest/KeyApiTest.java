package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.access.Role;
import dev.serai.rest.Client.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys over REST: made, used, limited, ended. */
class KeyApiTest {
    private static final String SUBMIT = "{'queue': 'general', 'subject': 'x', 'externalId': '%s'}";

    @TempDir
    static Path folder;

    private static Guarded guarded;
    private static Client client;
    private static String[] admin;

    @BeforeAll
    static void start() throws Exception {
        guarded = Guarded.start(
                folder,
                "serai.http.public-url",
                "https://hub.example.com, https://other.example.com:8443",
                "serai.http.tls",
                "proxy");
        client = guarded.client();
        admin = Guarded.bearer(guarded.admin());
    }

    @AfterAll
    static void stop() throws Exception {
        guarded.close();
    }

    private static Answer add(String name, String... more) {
        return client.post(
                "/api/v1/keys", "{'name': '" + name + "', 'roles': ['view']" + String.join("", more) + "}", admin);
    }

    @Test
    void aKeyShouldBeShownOnceAndOpenWhatItsRoleSays() {
        Answer made = add("once");

        assertThat(made.status()).isEqualTo(201);
        assertThat(client.get("/api/v1/queues", Guarded.bearer(made.at("/key"))).status())
                .isEqualTo(200);
        Answer refused = client.post("/api/v1/queues/general/pause", "", Guarded.bearer(made.at("/key")));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/detail")).contains("the key 'once' has not got the role operate");
        assertThat(client.get("/api/v1/keys", admin).text()).contains("once").doesNotContain(made.at("/key"));
    }

    @Test
    void aRepeatShouldNotShowTheKeyAgain() {
        String[] headers = {"Authorization", admin[1], "Idempotency-Key", "make-1"};
        String body = "{'name': 'repeated', 'roles': ['view']}";
        Answer first = client.post("/api/v1/keys", body, headers);
        Answer again = client.post("/api/v1/keys", body, headers);

        assertThat(first.at("/key")).startsWith("serai_");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().has("key")).isFalse();
    }

    @Test
    void wrongWishesShouldBeToldByField() {
        Answer wrong = client.post(
                "/api/v1/keys", "{'name': 'Hub', 'roles': ['root'], 'rate': 'much', 'expires': 'soon'}", admin);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.json().path("errors").findValuesAsText("pointer"))
                .contains("/name", "/roles", "/rate", "/expires");
        assertThat(client.post("/api/v1/keys", "{'name': 'p', 'roles': ['admin'], 'points': ['crm']}", admin)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRevokedKeyShouldEndTheRequestsThatItHasUnderWay() {
        String key = client.post("/api/v1/keys", "{'name': 'waiter', 'roles': ['handle']}", admin)
                .at("/key");
        CompletableFuture<Answer> waiting =
                client.postAsync("/api/v1/queues/billing/pull", "{'wait': 60, 'worker': 'w'}", Guarded.bearer(key));
        await().until(() -> guarded.hub().openCalls() == 1);

        client.post("/api/v1/keys/waiter/revoke", "", admin);

        await().atMost(Duration.ofSeconds(20)).until(waiting::isDone);
        assertThat(waiting)
                .as(() -> "answered " + waiting.join().status() + " "
                        + waiting.join().text())
                .isCompletedExceptionally();
        Answer refused = client.get("/api/v1/queues", Guarded.bearer(key));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/detail")).contains("the key 'waiter' was revoked");
    }

    @Test
    void aRotatedKeyShouldOpenByItsNewTextOnly() {
        String before = add("turned").at("/key");
        String after = client.post("/api/v1/keys/turned/rotate", "", admin).at("/key");

        assertThat(client.get("/api/v1/queues", Guarded.bearer(before)).status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/queues", Guarded.bearer(after)).status()).isEqualTo(200);
        assertThat(client.post("/api/v1/keys/nobody/rotate", "", admin).status())
                .isEqualTo(404);
    }

    @Test
    void moreThanTheRateShouldHaveToWait() {
        String[] key = Guarded.bearer(guarded.limited("slow", "2/h"));
        client.get("/api/v1/queues", key);
        client.get("/api/v1/queues", key);

        Answer third = client.get("/api/v1/queues", key);

        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 1800);
        assertThat(guarded.hub()
                        .meters()
                        .counter("serai.denied", "reason", "rate")
                        .count())
                .isPositive();
    }

    @Test
    void theKeyShouldAlsoBeThePasswordOfBasic() {
        String key = guarded.key("browser", Set.of(Role.VIEW));
        String basic = "Basic " + Base64.getEncoder().encodeToString(("anna:" + key).getBytes());

        assertThat(client.get("/", "Authorization", basic).status()).isEqualTo(200);
        Answer without = client.get("/");
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.header("WWW-Authenticate")).startsWith("Basic realm=\"Serai\"");
        assertThat(without.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void healthShouldTellStrangersTheVerdictOnly() {
        assertThat(client.get("/observe/health/ready").json().size()).isEqualTo(1);
        assertThat(client.get("/observe/health/ready", admin).json().has("checks"))
                .isTrue();
        assertThat(client.get("/observe/health").status()).isEqualTo(401);
    }

    @Test
    void pagesOfOtherSitesShouldBeRefusedThoughTheBrowserAddsTheKey() {
        String body = SUBMIT.formatted("csrf");
        String[] foreign = {"Authorization", admin[1], "Origin", "https://evil.example"};
        String[] own = {"Authorization", admin[1], "Origin", "https://hub.example.com"};
        String[] port = {"Authorization", admin[1], "Origin", "https://other.example.com"};
        String[] opaque = {"Authorization", admin[1], "Origin", "null"};

        assertThat(client.post("/api/v1/interactions", body, foreign).status()).isEqualTo(403);
        assertThat(client.post("/api/v1/interactions", body, port).status()).isEqualTo(403);
        assertThat(client.post("/api/v1/interactions", body, opaque).status()).isEqualTo(403);
        assertThat(client.post("/api/v1/interactions", body, own).status()).isEqualTo(201);
    }

    @Test
    void anotherCallersIdempotencyKeyShouldNotAnswerMe() {
        String one = guarded.key("one", Set.of(Role.SUBMIT));
        String two = guarded.key("two", Set.of(Role.SUBMIT));
        String body = "{'queue': 'general', 'subject': 'same'}";

        Answer first =
                client.post("/api/v1/interactions", body, "Authorization", "Bearer " + one, "Idempotency-Key", "k");
        Answer second =
                client.post("/api/v1/interactions", body, "Authorization", "Bearer " + two, "Idempotency-Key", "k");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.at("/id")).isNotEqualTo(first.at("/id"));
    }

    @Test
    void rolesShouldBeInTheOpenApi() {
        Answer api = client.get("/api/v1/openapi.json", admin);

        assertThat(api.at("/paths/~1api~1v1~1keys/post/security/0/serai/0")).isEqualTo("admin");
        assertThat(api.at("/components/securitySchemes/serai/scheme")).isEqualTo("bearer");
    }
}
