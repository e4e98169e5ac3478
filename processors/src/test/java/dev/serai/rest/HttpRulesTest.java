package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every call. */
@ExtendWith(SharedHub.class)
class HttpRulesTest {
    private final Client client;

    HttpRulesTest(Client client) {
        this.client = client;
    }

    @Test
    void anUnknownPathShouldBeNotFoundAndAnotherMethodNotAllowed() {
        Client.Answer unknown = client.get("/api/v1/nothing");
        Client.Answer method = client.send("DELETE", "/api/v1/interactions", "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.at("/code")).isEqualTo("not-found");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(client.get("/api/v1/interactions/nonsense").status()).isEqualTo(404);
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
    void theConsoleShouldBeServedWithAStrictPolicy() {
        Client.Answer page = client.get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self'");
        assertThat(client.get("/../pom.xml").status()).isIn(400, 404);
    }
}
