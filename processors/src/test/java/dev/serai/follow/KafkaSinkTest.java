package dev.serai.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.files.FileSet;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Json;
import dev.serai.kafka.KafkaClients;
import dev.serai.operation.Hold;
import dev.serai.operation.Resume;
import dev.serai.store.Roles;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.WorkChange.By;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events in a Kafka topic. */
class KafkaSinkTest {
    private static final Home HOME = Home.of(Path.of(System.getProperty("serai.home")));
    private static final By OPERATOR = By.of("operator");

    @TempDir
    private Path folder;

    private final String topic = "serai.events." + System.nanoTime();

    @Test
    void eventsOfAnInteractionShouldBeInOnePartitionInOrderAsCloudEvents() throws Exception {
        try (Store store = TestStore.H2.open(folder);
                Desk desk = new Desk(store, Map.of("crm", "notify: none"));
                KafkaTopics topics = Kafka.shared().topics().create(topic, 3, Map.of());
                Followers followers = followers(store)) {
            List<String> wanted = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                InteractionId id = desk.submit("crm", "{\"operation\":\"submit\"}");
                desk.done(new Hold(Desk.target(id), null, OPERATOR));
                desk.done(new Resume(Desk.target(id), OPERATOR));
                wanted.addAll(List.of(id + "/1", id + "/2", id + "/3"));
            }
            new Sequencer(store, new Roles(store, "n1")).pass();
            followers.start();

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(topics.records(topic)).hasSize(12));
            List<ConsumerRecord<byte[], byte[]>> records = topics.records(topic);
            assertThat(records).allSatisfy(one -> {
                assertThat(KafkaTopics.headers(one))
                        .containsEntry("content-type", "application/cloudevents+json; charset=UTF-8");
                assertThat(Json.MAPPER
                                .readTree(one.value())
                                .path("partitionkey")
                                .asText())
                        .isEqualTo(KafkaTopics.text(one.key()));
            });
            List<String> ids = records.stream().map(KafkaSinkTest::id).toList();
            assertThat(ids).containsExactlyInAnyOrderElementsOf(wanted);
            for (int at = 0; at < 12; at += 3) {
                assertThat(ids).containsSubsequence(wanted.subList(at, at + 3));
            }
        }
    }

    @Test
    @SuppressWarnings("try") // the first is closed before the other
    void eventsShouldWaitVisiblyWhenTheTopicIsMissing() throws Exception {
        try (Store store = TestStore.H2.open(folder);
                Desk desk = new Desk(store, Map.of("crm", "notify: none"));
                KafkaTopics topics = Kafka.shared().topics();
                Followers followers = followers(store)) {
            InteractionId id = desk.submit("crm", "{\"operation\":\"submit\"}");
            new Sequencer(store, new Roles(store, "n1")).pass();
            followers.start();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(followers.standings())
                            .singleElement()
                            .satisfies(standing -> {
                                assertThat(standing.isFailing()).isTrue();
                                assertThat(standing.reason()).contains(topic);
                                assertThat(standing.advice()).contains("serai.events.kafka.cluster");
                            }));
            topics.create(topic);
            followers.close();
            try (Followers restarted = followers(store)) {
                restarted.start();

                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(topics.records(topic))
                                .extracting(KafkaSinkTest::id)
                                .containsExactly(id + "/1"));
            }
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> one) {
        try {
            return Json.MAPPER.readTree(one.value()).path("id").asText();
        } catch (java.io.IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Followers followers(Store store) {
        Map<String, KafkaClusterDefinition> clusters = Generation.of(FileSet.ofTexts(Map.of(
                        "config/kafka/main.yaml", """
                        description: The test's
                        bootstrapServers: %s
                        options: {max.block.ms: 1000}
                        """.formatted(Kafka.shared().servers()))))
                .kafkaClusters();
        return new Followers(store, new Roles(store, "n1"))
                .add(
                        new KafkaSink(
                                topic,
                                () -> Optional.ofNullable(clusters.get("main")),
                                found -> new KafkaClients(found, HOME)),
                        Beginning.BEGINNING);
    }
}
