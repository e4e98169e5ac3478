package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.operation.Hold;
import dev.serai.operation.Resume;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import io.cloudevents.CloudEventData;
import io.cloudevents.jackson.JsonFormat;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events on a JMS topic, for subscribers that come and go and a broker that does too. */
class TopicTest {
    private static final By OPERATOR = By.of("operator");
    private static final String STOPPED = "type = 'serai.interaction.held' AND point = 'crm'";

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private TestBroker broker;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private Store store;

    @SuppressWarnings("NullAway.Init") // JUnit starts it
    private Desk desk;

    @BeforeEach
    void start() throws Exception {
        broker = new TestBroker(folder.resolve("broker"));
        store = TestStore.H2.open(folder.resolve("database"));
        desk = new Desk(store, Map.of("crm", "notify: none", "erp", "notify: none"));
    }

    @AfterEach
    void stop() throws Exception {
        desk.close();
        broker.close();
    }

    @Test
    void durableSubscribersShouldGetWhatTheySelectThoughTheyWereAway() throws Exception {
        broker.received("all", null);
        broker.received("some", STOPPED);
        try (Followers followers = followers()) {
            followers.start();
            InteractionId id = desk.submit("crm", "{\"operation\":\"submit\"}");
            InteractionId other = desk.submit("erp", "{\"operation\":\"submit\"}");
            desk.done(new Hold(Desk.target(id), null, OPERATOR));
            desk.done(new Hold(Desk.target(other), null, OPERATOR));
            desk.done(new Resume(Desk.target(id), OPERATOR));
            follow(followers, 5);

            assertThat(ids(broker.received("all", null)))
                    .containsExactly(id + "/1", other + "/1", id + "/2", other + "/2", id + "/3");
            List<TextMessage> some = broker.received("some", STOPPED);
            assertThat(ids(some)).containsExactly(id + "/2");
            assertThat(some.get(0).getStringProperty("id")).isEqualTo(id + "/2");
            assertThat(some.get(0).getStringProperty("tenant")).isEqualTo("default");
            assertThat(broker.received("all", null)).isEmpty();
        }
    }

    @Test
    void everythingShouldArriveInOrderWhenTheBrokerWasAwayForAWhile() throws Exception {
        broker.received("all", null);
        try (Followers followers = followers()) {
            followers.start();
            happen(5);
            follow(followers, 5);
            broker.goAway();
            happen(140);
            number();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(followers.standings().get(0).isFailing()).isTrue());
            assertThat(followers.standings().get(0).behind()).isEqualTo(140);
            broker.comeBack();
            follow(followers, 145);

            List<String> ids = ids(broker.received("all", null));
            assertThat(ids.stream().distinct().toList()).isEqualTo(ids).hasSize(145);
            assertThat(ids.get(144)).isEqualTo("queue:billing/145");
        }
    }

    @Test
    void theTextShouldBeACloudEventOfTheSchema() throws Exception {
        InteractionId id = desk.submit("crm", "{\"operation\":\"submit\"}");
        desk.done(new Hold(Desk.target(id), null, OPERATOR.because("asked to")));
        number();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(
                        Files.readString(Path.of(System.getProperty("serai.home"), "docs/schemas/event.schema.json")));
        List<String> texts = store.read(tx -> tx.stream().after(0, 10)).stream()
                .map(CloudEvent::json)
                .toList();

        assertThat(texts).hasSize(2).allSatisfy(text -> {
            assertThat(schema.validate(Json.MAPPER.readTree(text))).isEmpty();
            io.cloudevents.CloudEvent read = new JsonFormat().deserialize(text.getBytes(StandardCharsets.UTF_8));
            assertThat(read.getSubject()).isEqualTo(id.value());
            assertThat(read.getExtensionNames())
                    .containsExactlyInAnyOrder("sequence", "sequencetype", "partitionkey", "tenant", "position");
            CloudEventData data = Objects.requireNonNull(read.getData());
            assertThat(new String(data.toBytes(), StandardCharsets.UTF_8)).contains("\"actor\":");
        });
    }

    private Followers followers() {
        return new Followers(store, new Roles(store, "n1"))
                .add(new TopicSink("serai.events", store, broker.connections()), Beginning.BEGINNING);
    }

    private void follow(Followers followers, int position) {
        number();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(followers.standings())
                        .singleElement()
                        .satisfies(standing -> assertThat(standing.position()).isEqualTo(position)));
    }

    private void happen(int times) {
        store.writeNow(tx -> {
            for (int i = 0; i < times; i++) {
                tx.events().append("default", "queue:billing", NewEvent.of("serai.alert.raised", "test"));
            }
            return 0;
        });
    }

    private void number() {
        new Sequencer(store, new Roles(store, "n1")).pass();
    }

    private static List<String> ids(List<TextMessage> messages) throws Exception {
        List<String> ids = new ArrayList<>();
        for (TextMessage message : messages) {
            ids.add(Json.MAPPER.readTree(message.getText()).path("id").asText());
        }
        return ids;
    }
}
