package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.capture.webform.FormTokens;
import dev.serai.interaction.PointName;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same post twice is one. */
class WebformRepeatTest {
    @TempDir
    static Path folder;

    private static WebformHub hub;

    @BeforeAll
    static void start() throws Exception {
        hub = WebformHub.start(
                folder,
                Map.of("serai.http.proxies", "127.0.0.1"),
                Map.of("contact", "rate: 1000/s", "strict", "token: required, rate: 1000/s"));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    private static String token(String form) {
        return hub.client().get("/api/v1/webforms/" + form + "/token").at("/token");
    }

    private static String body(String message) {
        return "email=jo@example.org&message=" + message;
    }

    @Test
    void aTokenShouldBeGoodForOnePost() {
        String token = token("strict");
        String message = WebformHub.unique();
        Client.Answer first = hub.post("strict", body(message) + "&token=" + token);
        Client.Answer again = new MultipartForm()
                .field("token", token)
                .field("email", "jo@example.org")
                .field("message", message)
                .post(hub.client(), "/api/v1/webforms/strict");
        Client.Answer other = hub.post("strict", body("other") + "&token=" + token);

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again.at("/reference")).isEqualTo(first.at("/reference"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("/errors/0/pointer")).isEqualTo("/token");
    }

    @Test
    void aTokenShouldBeOfItsFormAndItsTime() {
        Client.Answer none = hub.post("strict", body("x"));
        Client.Answer foreign = hub.post("strict", body("x") + "&token=" + token("contact"));
        Client.Answer forged = hub.post("contact", body("x") + "&token=AAAA");

        assertThat(List.of(none, foreign, forged)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/errors/0/pointer")).isEqualTo("/token");
        });
    }

    @Test
    void aTokenShouldEndAfterADay() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        PointName form = PointName.of("contact");
        String token = new FormTokens("secret", Clock.fixed(now, ZoneOffset.UTC))
                .issue(form)
                .token();

        assertThat(at(now.plus(Duration.ofHours(23)))
                        .read(form, token)
                        .orElseThrow()
                        .expired())
                .isFalse();
        assertThat(at(now.plus(Duration.ofHours(25)))
                        .read(form, token)
                        .orElseThrow()
                        .expired())
                .isTrue();
        assertThat(at(now.minus(Duration.ofHours(1)))
                        .read(form, token)
                        .orElseThrow()
                        .expired())
                .isTrue();
        assertThat(new FormTokens("other", Clock.systemUTC()).read(form, token)).isEmpty();
    }

    private static FormTokens at(Instant time) {
        return new FormTokens("secret", Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void manyAtOnceUnderOneTokenShouldBeOne() {
        String json = "{'email':'jo@example.org','message':'at once','token':'" + token("strict") + "'}";
        List<CompletableFuture<Client.Answer>> posts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            posts.add(hub.client().postAsync("/api/v1/webforms/strict", json));
        }

        assertThat(posts.stream()
                        .map(CompletableFuture::join)
                        .map(answer -> answer.at("/reference"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theSameWithoutATokenShouldBeOneForTenMinutes() {
        String message = WebformHub.unique();
        Client.Answer first = hub.post("contact", body(message));
        Client.Answer again = hub.post("contact", body(message));
        Client.Answer more = hub.post("contact", body(message) + "&order=1");

        assertThat(again.at("/reference")).isEqualTo(first.at("/reference"));
        assertThat(more.at("/reference")).isNotEqualTo(first.at("/reference"));
    }

    @Test
    void theSameFromAnotherAddressShouldBeOneToo() {
        String message = WebformHub.unique();
        Client.Answer first = hub.post("contact", body(message), "X-Forwarded-For", "203.0.113.7");
        Client.Answer again = hub.post("contact", body(message), "X-Forwarded-For", "203.0.113.8");

        assertThat(again.at("/reference")).isEqualTo(first.at("/reference"));
    }

    @Test
    void anIdempotencyKeyShouldCountAsElsewhere() {
        String key = WebformHub.unique();
        Client.Answer first = hub.post("contact", body(key), "Idempotency-Key", key);
        Client.Answer again = hub.post("contact", body(key), "Idempotency-Key", key);
        Client.Answer other = hub.post("contact", body("other"), "Idempotency-Key", key);
        Client.Answer fresh = hub.post("contact", body(key), "Idempotency-Key", WebformHub.unique());

        assertThat(again.at("/reference")).isEqualTo(first.at("/reference"));
        assertThat(other.at("/code")).isEqualTo("idempotency-key-reused");
        assertThat(fresh.at("/reference")).isNotEqualTo(first.at("/reference"));
    }
}
