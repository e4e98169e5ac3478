package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.trial.TrialHouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of a strategy that ignore their interrupt. */
class HungRunTest {
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";

    @TempDir
    private Path folder;

    private TestInstance instance;

    @BeforeEach
    void fill() {
        Endless.released = false;
        Endless.RUNS.set(0);
        instance = new TestInstance(folder)
                .setting("serai.config.quiet", "150ms")
                .setting("serai.config.look", "50ms")
                .setting("serai.strategy.deadline", "300ms")
                .setting("serai.strategy.attempts", "2")
                .file("config/queues/inbound.yaml", "description: The test's own.\nstrategy: true\n")
                .file(STRATEGY, TrialHouse.strategyText("""
                        - to: {id: code, uri: "kamelet:bean-action", parameters: {class: dev.serai.live.Endless}}
                        """));
    }

    @AfterEach
    void letEnd() {
        Endless.released = true;
    }

    @Test
    void aRunThatIgnoresItsInterruptShouldUseUpItsAttemptsAndKeepNobodyElseWaiting() throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String bad = submitted(calls, "hang");

            await().atMost(SOON).until(() -> state(calls, bad).equals("quarantined"));

            String reason = calls.get("/api/v1/quarantine").json().toString();
            assertThat(reason).contains("failed 2 times: ran longer than 300ms");
            assertThat(events(calls, bad)).anyMatch(because -> because.contains("at step 'strategy-inbound/code'"));
            assertThat(Endless.RUNS).as("no second thread for the same").hasValue(1);
            assertThat(queue(calls).at("/overran/runs").asInt()).isEqualTo(1);
            assertThat(queue(calls).at("/overran/stopped").asBoolean()).isFalse();
            assertThat(calls.get("/observe/health").json().toString()).contains("inbound: 1 run");
            String good = submitted(calls, "fine");
            await().atMost(SOON).until(() -> queueOf(calls, good).equals("general"));

            Endless.released = true;
            await().atMost(SOON).until(() -> !queue(calls).has("overran"));
            assertThat(state(calls, bad)).isEqualTo("quarantined");
        }
    }

    @Test
    void moreHungRunsThanConsumersShouldStopTheQueueVisiblyUntilAnEdit() throws Exception {
        instance.setting("serai.strategy.attempts", "5");
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            List<String> bad = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                bad.add(submitted(calls, "hang " + i));
            }
            await().atMost(SOON).until(() -> queue(calls).at("/overran/stopped").asBoolean());
            String waiting = submitted(calls, "fine");
            JsonNode status = calls.get("/api/v1/status").json();
            assertThat(status.at("/verdict/level").asText()).isEqualTo("red");
            assertThat(status.at("/verdict/needs").toString()).contains("Queue inbound takes up nothing");
            assertThat(calls.get("/observe/health").json().toString()).contains("takes up nothing");
            assertThat(queueOf(calls, waiting)).isEqualTo("inbound");

            instance.placing();

            await().atMost(SOON).until(() -> queueOf(calls, waiting).equals("general"));
            for (String one : bad) {
                await().atMost(SOON).until(() -> queueOf(calls, one).equals("general"));
            }
        }
    }

    private static String submitted(HubCalls calls, String subject) throws Exception {
        HubCalls.Answer answer = calls.post(
                "/api/v1/interactions", "{'queue': 'inbound', 'subject': '" + subject + "', 'text': 'Hello'}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer.json().at("/id").asText();
    }

    private static String state(HubCalls calls, String id) throws Exception {
        return calls.get("/api/v1/interactions/" + id).json().at("/state").asText();
    }

    private static String queueOf(HubCalls calls, String id) throws Exception {
        return calls.get("/api/v1/interactions/" + id).json().at("/queue").asText();
    }

    private static List<String> events(HubCalls calls, String id) throws Exception {
        List<String> events = new ArrayList<>();
        calls.get("/api/v1/events?limit=1000").json().at("/items").forEach(event -> {
            if (event.toString().contains(id)) {
                events.add(event.toString());
            }
        });
        return events;
    }

    private static JsonNode queue(HubCalls calls) throws Exception {
        for (JsonNode queue : calls.get("/api/v1/queues").json().path("items")) {
            if (queue.path("name").asText().equals("inbound")) {
                return queue;
            }
        }
        throw new AssertionError("no queue inbound");
    }
}
