package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.serai.rest.Client.Answer;
import dev.serai.store.EventLog.Event;
import dev.serai.testing.Issuer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers that come with tokens: what they may, what is said to them, and what of them is kept. */
class TokenOverRestTest {
    private static final String SUBMIT = "/api/v1/interactions";

    @TempDir
    static Path folder;

    private static Issuer issuer;
    private static RestHub hub;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        issuer = Issuer.start();
        hub = RestHub.start(
                folder, issuer.settings("serai.jwt.points-claim", "points", "serai.jwt.rate", "5/h"), Map.of());
        client = new Client(hub);
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        issuer.close();
    }

    /** Of somebody who comes from an address of its own. */
    private static int status(String from, String token) throws Exception {
        try (Raw raw = Raw.from(from, hub.port())) {
            return raw.ask("GET", "/api/v1/queues", "Authorization: Bearer " + token)
                    .status();
        }
    }

    private String token(String name, String... roles) {
        return issuer.token(
                claims -> claims.subject(name).claim("roles", List.of(roles)).claim("points", "*"));
    }

    @Test
    void whatATokenDoesShouldBearItsName() {
        Answer made = client.post(SUBMIT, "{'queue':'general'}", Guarded.bearer(token("jo|7", "submit")));
        String id = made.at("/id");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        List<Event> events = hub.store().read(tx -> tx.events().timeline("default", id));
        assertThat(events).isNotEmpty().extracting(Event::actor).containsOnly("jwt:jo|7");
    }

    @Test
    void aRefusalShouldSayWhatIsWrongInTheFormOfRfc6750() {
        JWTClaimsSet old = Issuer.claims()
                .claim("points", "*")
                .expirationTime(Date.from(Instant.parse("2026-01-02T03:04:05Z")))
                .build();
        String token = issuer.signed(old);
        Answer expired = client.get("/api/v1/queues", Guarded.bearer(token));
        Answer garbled = client.get("/api/v1/queues", Guarded.bearer("a.b.c"));
        Answer role = client.get("/api/v1/queues", Guarded.bearer(token("jo", "submit")));

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(expired.at("/code")).isEqualTo("unauthenticated");
        assertThat(expired.at("/detail")).isEqualTo("the token expired at 2026-01-02T03:04:05Z");
        assertThat(expired.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"Serai\", error=\"invalid_token\","
                        + " error_description=\"the token expired at 2026-01-02T03:04:05Z\"");
        assertThat(garbled.header("WWW-Authenticate"))
                .startsWith("Bearer realm=\"Serai\", error=\"invalid_token\", error_description=\"the token cannot be");
        assertThat(garbled.text()).doesNotContain("a.b.c");
        assertThat(role.status()).isEqualTo(403);
        assertThat(role.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
        assertThat(role.at("/detail")).contains("the token of 'jwt:jo' has not got the role view", "serai.jwt.roles");
        assertThat(hub.meters().scrape()).contains("serai_denied_total{reason=\"token-expired\"}");
    }

    @Test
    void aTokenShouldBeTakenAsABearerOnly() {
        String basic = java.util.Base64.getEncoder()
                .encodeToString(("x:" + token("jo", "view")).getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(client.get("/api/v1/queues", "Authorization", "Basic " + basic)
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/queues?access_token=" + token("jo", "view"))
                        .status())
                .isEqualTo(401);
        assertThat(client.get("/api/v1/queues", "Authorization", "bEARER  " + token("jo", "view"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void guessedTokensShouldCountAndThoseThatRanOutShouldNot() throws Exception {
        String old = issuer.signed(Issuer.claims().expirationTime(new Date(0)).build());
        String here = "127.5.0.1";
        for (int i = 0; i < 30; i++) {
            assertThat(status(here, old)).isEqualTo(401);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(status(here, old + "x")).isEqualTo(401);
        }

        assertThat(status(here, old + "x")).isEqualTo(429);
        assertThat(status(here, old)).isEqualTo(401);
        assertThat(status(here, token("eve", "view"))).isEqualTo(200);
    }

    @Test
    void theRateShouldBeOfTheCallerAndNotOfTheToken() {
        for (int i = 0; i < 5; i++) {
            assertThat(client.get("/api/v1/queues", Guarded.bearer(token("often", "view")))
                            .status())
                    .isEqualTo(200);
        }

        Answer more = client.get("/api/v1/queues", Guarded.bearer(token("often", "view")));

        assertThat(more.status()).isEqualTo(429);
        assertThat(more.header("Retry-After")).isNotNull();
        assertThat(client.get("/api/v1/queues", Guarded.bearer(token("anna", "view")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void pointsOfATokenShouldLimitItAsThoseOfAKey() {
        String crm = issuer.token(
                claims -> claims.subject("crm").claim("roles", "handle").claim("points", "crm"));

        assertThat(client.get("/api/v1/queues", Guarded.bearer(crm)).status()).isEqualTo(403);
        assertThat(client.get(SUBMIT, Guarded.bearer(crm)).status()).isEqualTo(200);
        assertThat(client.post(SUBMIT, "{'queue':'general'}", Guarded.bearer(token("clerk", "submit")))
                        .status())
                .isEqualTo(201);
        assertThat(client.post(SUBMIT, "{'queue':'general'}", Guarded.bearer(crm))
                        .status())
                .isNotEqualTo(201);
    }

    @Test
    void aStreamShouldEndWithItsToken() {
        String token = issuer.token(claims -> claims.subject("follower")
                .claim("roles", "view")
                .claim("points", "*")
                .expirationTime(Date.from(Instant.now().minusSeconds(55))));
        CompletableFuture<HttpResponse<Stream<String>>> stream = client.stream("/api/v1/events", Guarded.bearer(token));
        assertThat(stream.join().statusCode()).isEqualTo(200);
        await().until(() -> hub.streams() == 1);

        await().atMost(Duration.ofSeconds(60)).until(() -> hub.openCalls() == 0 && hub.streams() == 0);
    }
}
