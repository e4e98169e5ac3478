package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Taking work under a lease over REST. */
@ExtendWith(SharedHub.class)
class PullApiTest {
    private final Client client;

    PullApiTest(Client client) {
        this.client = client;
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
