package dev.serai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.files.Generation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an engineer types, and what the running hub makes of it. */
class LiveEditTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STRATEGY = "routes/strategies/strategy-inbound.camel.yaml";

    @TempDir
    private Path folder;

    private TestInstance instance;

    @BeforeEach
    void fill() {
        instance = new TestInstance(folder)
                .setting("serai.config.quiet", "150ms")
                .setting("serai.config.look", "50ms")
                .placing();
    }

    @Test
    void anEditShouldBecomeLiveByItselfWhenNobodyWritesAnyMore() throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String before = live(calls);

            placingIn("billing");

            await().atMost(SOON).until(() -> !live(calls).equals(before));
            JsonNode config = calls.config();
            assertThat(config.at("/current/source").asText()).isEqualTo("edit");
            assertThat(config.at("/current/changed/0").asText()).isEqualTo(STRATEGY);
            assertThat(config.at("/items/1/replacedAt")).isEqualTo(config.at("/items/0/appliedAt"));
            assertThat(queueOf(calls, submit(calls))).isEqualTo("billing");
            assertThat(exchanges(calls, "strategy-inbound")).isPositive();
        }
    }

    @Test
    void aBrokenSetShouldChangeNothingAndBeToldOnceUntilItIsMended() throws Exception {
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String before = live(calls);

            placingIn("nowhere");

            await().atMost(SOON)
                    .until(() -> calls.config().at("/current/rejected").size() == 1);
            HubCalls.Answer refused = calls.post("/api/v1/config/apply", "{}");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/code").asText()).isEqualTo("files-refused");
            assertThat(refused.json().at("/errors/0/file").asText()).isEqualTo(STRATEGY);
            assertThat(refused.json().at("/errors/0/line").asInt()).isEqualTo(7);
            assertThat(live(calls)).isEqualTo(before);
            assertThat(calls.get("/observe/health").json().at("/status").asText())
                    .isEqualTo("DEGRADED");
            assertThat(calls.get("/observe/health").status()).isEqualTo(200);
            assertThat(calls.get("/api/v1/status").json().at("/verdict/level").asText())
                    .isEqualTo("red");
            assertThat(queueOf(calls, submit(calls))).isEqualTo("general");

            instance.placing();
            await().atMost(SOON)
                    .until(() -> calls.config().at("/current/rejected").isEmpty());
            await().atMost(SOON)
                    .until(() -> events(calls, "serai.config.rejected").size() == 1);
            assertThat(live(calls)).isEqualTo(before);
        }
    }

    @Test
    void aQueueThatHoldsInteractionsShouldGoWhenTheyAreGone() throws Exception {
        instance.file("config/queues/spare.yaml", "description: Soon to go.\nstrategy: false\n");
        placingIn("spare");
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            String id = submit(calls);
            assertThat(queueOf(calls, id)).isEqualTo("spare");
            instance.placing();
            Files.delete(folder.resolve("config/queues/spare.yaml"));

            await().atMost(SOON)
                    .until(() -> calls.config().at("/current/rejected").size() == 1);
            assertThat(calls.config().at("/current/rejected/0/reason").asText())
                    .startsWith("queue 'spare' holds 1 interaction:");

            calls.post("/api/v1/interactions/" + id + "/move", "{'queue': 'general'}");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(200);
            assertThat(calls.get("/api/v1/queues").json().toString()).doesNotContain("spare");
        }
    }

    @Test
    void aChosenSetShouldHoldThroughARestartUntilFilesAreEdited() throws Exception {
        String first;
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            first = live(calls);
            placingIn("billing");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(200);

            HubCalls.Answer back = calls.post("/api/v1/config/generations/" + first + "/activate", "{}");

            assertThat(back.json().at("/source").asText()).isEqualTo("activate");
            assertThat(queueOf(calls, submit(calls))).isEqualTo("general");
        }
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            assertThat(live(calls)).isEqualTo(first);
            assertThat(calls.config().at("/current/holdsAgainst").asText())
                    .isEqualTo(Generation.load(instance.home()).id());

            placingIn("machine-mail");

            await().atMost(SOON)
                    .until(() ->
                            live(calls).equals(Generation.load(instance.home()).id()));
            assertThat(queueOf(calls, submit(calls))).isEqualTo("machine-mail");
        }
    }

    @Test
    void aStartShouldRunTheLastGoodSetWhenFilesAreBroken() throws Exception {
        String good;
        try (Hub hub = instance.start()) {
            good = live(new HubCalls(hub));
        }
        instance.file(STRATEGY, "- route: {id: strategy-inbound");

        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            assertThat(live(calls)).isEqualTo(good);
            assertThat(calls.config().at("/current/rejected/0/file").asText()).isEqualTo(STRATEGY);
            assertThat(queueOf(calls, submit(calls))).isEqualTo("general");
        }
    }

    @Test
    void anEditedKameletShouldBeUsedByTheNextDecision() throws Exception {
        kamelet("one");
        instance.file(STRATEGY, """
                - route:
                    id: strategy-inbound
                    description: Marks and places.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: mark, uri: "kamelet:mark-action"}
                        - to: {id: place, uri: "kamelet:place-action", parameters: {queue: general}}
                """);
        try (Hub hub = instance.start()) {
            HubCalls calls = new HubCalls(hub);
            assertThat(mark(calls, submit(calls))).isEqualTo("one");

            kamelet("two");
            assertThat(calls.post("/api/v1/config/apply", "{}").status()).isEqualTo(200);

            assertThat(mark(calls, submit(calls))).isEqualTo("two");
        }
    }

    private void kamelet(String mark) {
        instance.file("routes/kamelets/mark-action.kamelet.yaml", """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: mark-action
                  labels: {camel.apache.org/kamelet.type: action}
                spec:
                  definition: {title: Mark, description: Marks what it sees., type: object, properties: {}}
                  template:
                    from:
                      uri: kamelet:source
                      steps:
                        - to: {id: attach, uri: "kamelet:attach-action", parameters: {key: mark, value: %s}}
                """.formatted(mark));
    }

    private void placingIn(String queue) {
        instance.file(STRATEGY, """
                - route:
                    id: strategy-inbound
                    description: Places each mail.
                    from:
                      uri: direct:strategy-inbound
                      steps:
                        - to: {id: place, uri: "kamelet:place-action", parameters: {queue: %s}}
                """.formatted(queue));
    }

    private static String live(HubCalls calls) throws Exception {
        return calls.config().at("/current/id").asText();
    }

    private static String submit(HubCalls calls) throws Exception {
        HubCalls.Answer answer =
                calls.post("/api/v1/interactions", "{'queue': 'inbound', 'subject': 'Hello', 'text': 'Hello'}");
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        String id = answer.json().at("/id").asText();
        await().atMost(SOON)
                .until(() -> !calls.get("/api/v1/interactions/" + id)
                        .json()
                        .at("/queue")
                        .asText()
                        .equals("inbound"));
        return id;
    }

    private static String queueOf(HubCalls calls, String id) throws Exception {
        return calls.get("/api/v1/interactions/" + id).json().at("/queue").asText();
    }

    private static String mark(HubCalls calls, String id) throws Exception {
        return calls.get("/api/v1/interactions/" + id)
                .json()
                .at("/userData/mark")
                .asText();
    }

    private static long exchanges(HubCalls calls, String route) throws Exception {
        for (JsonNode one : calls.get("/api/v1/routes").json().path("items")) {
            if (one.path("id").asText().equals(route)) {
                return one.path("exchanges").asLong();
            }
        }
        throw new AssertionError("no route " + route);
    }

    private static List<JsonNode> events(HubCalls calls, String type) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        calls.get("/api/v1/events?types=" + type + "&limit=1000")
                .json()
                .at("/items")
                .forEach(events::add);
        return events;
    }
}
