package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues over REST. */
@ExtendWith(SharedHub.class)
class QueueApiTest {
    private final Client client;

    QueueApiTest(Client client) {
        this.client = client;
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

    private com.fasterxml.jackson.databind.JsonNode queue(String name) {
        for (var queue : client.get("/api/v1/queues").json().path("items")) {
            if (queue.path("name").asText().equals(name)) {
                return queue;
            }
        }
        throw new AssertionError("no queue " + name);
    }

    private Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
