package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Finding, reading, changing and operating interactions over REST. */
@ExtendWith(SharedHub.class)
class InteractionApiTest {
    private final Client client;

    InteractionApiTest(Client client) {
        this.client = client;
    }

    @Test
    void patchShouldNeedTheCurrentVersion() {
        String location = submit("{'queue':'general'}").header("Location");

        Client.Answer unconditional = client.send("PATCH", location, "{'priority':7}");
        Client.Answer changed = client.send("PATCH", location, "{'priority':7}", "If-Match", "\"1\"");
        Client.Answer late = client.send("PATCH", location, "{'priority':8}", "If-Match", "\"1\"");

        assertThat(unconditional.status()).isEqualTo(428);
        assertThat(changed.at("/priority")).isEqualTo("7");
        assertThat(changed.header("ETag")).startsWith("\"2-");
        assertThat(client.get(location).header("ETag")).isEqualTo(changed.header("ETag"));
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

    private Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
