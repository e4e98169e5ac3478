package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Answering over REST. */
@ExtendWith(SharedHub.class)
class ReplyApiTest {
    private final Client client;

    ReplyApiTest(Client client) {
        this.client = client;
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

    private Client.Answer pulledMail() {
        submit("{'queue':'billing','priority':100,'language':'de','subject':'Invoice','from':'jo@example.org'}");
        return client.post("/api/v1/queues/billing/pull", "{}");
    }

    private void release(Client.Answer pulled) {
        pulled.json()
                .path("items")
                .forEach(item -> client.post(
                        "/api/v1/interactions/" + item.path("id").asText() + "/complete",
                        "{'token':'" + item.at("/lease/token").asText() + "'}"));
    }

    private Client.Answer submit(String json, String... headers) {
        return client.post("/api/v1/interactions", json, headers);
    }
}
