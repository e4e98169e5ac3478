package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Health, meters, routes and dry runs over HTTP. */
@ExtendWith(SharedHub.class)
class ObserveTest {
    private static final byte[] MAIL =
            ("From: Jo <jo@example.org>\r\nTo: support@example.com\r\nSubject: hi\r\nMessage-ID: <m1@example.org>\r\n"
                            + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n"
                            + "--b\r\nContent-Type: text/html; name=\"x.html\"\r\nContent-Disposition: attachment;"
                            + " filename=\"x.html\"\r\n\r\n<script>alert(1)</script>\r\n--b--\r\n")
                    .getBytes(StandardCharsets.US_ASCII);

    private final RestHub hub;
    private final Client client;

    ObserveTest(RestHub hub, Client client) {
        this.hub = hub;
        this.client = client;
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
        assertThat(health.text())
                .contains(
                        "not running: dispatch-smtp-default, dispatch-smtp-small, strategy-inbound, strategy-outbound");
    }

    @Test
    void metersShouldHaveTheirNames() {
        submit("{'queue':'billing'}");
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
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

    private Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
