package dev.serai.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.call.Service;
import dev.serai.interaction.Json;
import dev.serai.interaction.State;
import dev.serai.store.InteractionFilter;
import dev.serai.testing.ScriptedPop3;
import dev.serai.trial.TrialHouse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue whose strategy asks a service that goes away and comes back. */
class OutageFlowTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    private final ScriptedPop3 server = ScriptedPop3.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aQueueShouldWaitForWhatIsAwayWithoutBurningAttempts() throws Exception {
        server.holds("a", mail("a")).holds("b", mail("b"));
        try (Service crm = new Service();
                Hub hub = instance(crm).start()) {
            crm.answers(503, "");
            String name = URI.create(crm.url()).getAuthority();
            await().atMost(SOON).until(() -> crm.asked().size() >= 6);
            JsonNode status = Json.MAPPER.readTree(get(hub, "/api/v1/status"));

            assertThat(queue(status).at("/waitsFor/name").asText()).isEqualTo("call:" + name);
            assertThat(queue(status).at("/waitsFor/reason").asText()).isNotEmpty();
            assertThat(status.at("/verdict/level").asText()).isEqualTo("red");
            assertThat(status.at("/verdict/needs").toString()).contains("Queue inbound waits for call:" + name);
            await().atMost(SOON)
                    .until(() ->
                            get(hub, "/observe/metrics").contains("serai_dependency_up{name=\"call:" + name + "\"} 0"));
            assertThat(keys(crm)).hasSize(2);

            crm.answers(200, "{\"tier\": \"gold\"}");
            await().atMost(SOON).until(() -> inGeneral(hub) == 2);
            await().atMost(SOON)
                    .until(() -> !queue(Json.MAPPER.readTree(get(hub, "/api/v1/status")))
                            .has("waitsFor"));
            assertThat(keys(crm)).as("one key for all tries of an interaction").hasSize(2);
        }
    }

    @Test
    void anInteractionThatAloneGetsNoAnswerShouldUseUpItsAttempts() throws Exception {
        server.holds("bad", mail("bad")).holds("a", mail("a"));
        try (Service crm = new Service();
                Hub hub = instance(crm).start()) {
            crm.does(exchange ->
                    Service.answer(exchange, exchange.getRequestURI().toString().contains("bad") ? 500 : 200, "{}"));
            AtomicInteger others = new AtomicInteger();
            await().atMost(SOON).pollInterval(Duration.ofMillis(500)).until(() -> {
                String subject = "other-" + others.incrementAndGet();
                server.holds(subject, mail(subject));
                return isAside(hub, "bad");
            });
            await().atMost(SOON).until(() -> inGeneral(hub) == 1 + others.get());
        }
    }

    /** Where the queue's `onError` or the lack of one puts it. */
    private static boolean isAside(Hub hub, String subject) {
        return hub.store().read(tx -> tx.interactions().find("default", InteractionFilter.all())).stream()
                .filter(one -> subject.equals(one.content().subject()))
                .anyMatch(one -> one.standing().state() == State.QUARANTINED
                        || "unrouted".equals(String.valueOf(one.standing().queue())));
    }

    private TestInstance instance(Service crm) {
        return new TestInstance(folder)
                .scripted("support", server.port(), "afterProcessing: none")
                .placing()
                .setting("serai.strategy.attempts", "2")
                .file("routes/strategies/strategy-inbound.camel.yaml", TrialHouse.strategyText("""
                        - to:
                            id: crm
                            uri: kamelet:call-action
                            parameters:
                              url: "%s/tier/${body.subject}"
                              attach: tier = /tier
                              breakerPause: 500ms
                        """.formatted(
                                crm.url())));
    }

    private static List<String> keys(Service crm) {
        return crm.asked().stream().map(Service.Asked::key).distinct().toList();
    }

    private static JsonNode queue(JsonNode status) {
        for (JsonNode queue : status.path("queues")) {
            if (queue.path("name").asText().equals("inbound")) {
                return queue;
            }
        }
        throw new AssertionError("no queue inbound");
    }

    private static long inGeneral(Hub hub) {
        return hub.store().read(tx -> tx.interactions().find("default", InteractionFilter.all())).stream()
                .filter(one -> "general".equals(String.valueOf(one.standing().queue())))
                .count();
    }

    private static byte[] mail(String subject) {
        return ("Message-ID: <" + subject + "@x>\r\nFrom: " + subject
                        + "@example.org\r\nTo: support@example.com\r\nSubject: " + subject + "\r\n\r\nHello\r\n")
                .getBytes(US_ASCII);
    }

    private static String get(Hub hub, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + hub.httpPort() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
