package dev.serai.capture.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.app.Hub;
import dev.serai.app.TestInstance;
import dev.serai.capture.CaptureEnvironment;
import dev.serai.capture.CaptureLimits;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.interaction.PointName;
import dev.serai.kafka.KafkaClients;
import dev.serai.kafka.KafkaTrouble;
import dev.serai.kafka.TopicFacts;
import dev.serai.oauth2.Tokens;
import dev.serai.point.Around;
import dev.serai.point.DocumentDriver;
import dev.serai.point.PointBench;
import dev.serai.store.KafkaPositionTable.Spot;
import dev.serai.store.Roles;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A client of the topics of a point. */
final class KafkaPointDriver implements DocumentDriver {
    private static final String TOPIC = "contract." + System.nanoTime();
    private static final PointName POINT = PointName.of(PointBench.POINT);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private final KafkaTopics topics = Kafka.shared().topics();

    @SuppressWarnings("NullAway.Init") // before the first test
    private Home home;

    @SuppressWarnings("NullAway.Init") // before the first test
    private CaptureEnvironment environment;

    @SuppressWarnings("NullAway.Init") // before the first test
    private KafkaClients clients;

    @Override
    public String kind() {
        return "kafka";
    }

    @Override
    public List<String> parameters() {
        return List.of("cluster: main", "topic: " + TOPIC, "processedTopic: " + TOPIC + ".processed");
    }

    @Override
    public void prepare(TestInstance instance) {
        topics.create(TOPIC, TOPIC + ".error", TOPIC + ".notification", TOPIC + ".processed");
        home = instance.home();
        instance.file("config/kafka/main.yaml", KafkaSite.cluster(Kafka.shared().servers()));
    }

    @Override
    public void started(Hub hub) {
        Generation live = Generation.load(home);
        environment = new CaptureEnvironment(
                hub.store(),
                () -> live,
                new Roles(hub.store(), "test"),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                home.folder(),
                home,
                new Tokens(home, Clock.systemUTC()),
                CaptureLimits.ofWorkers(1));
        clients = new KafkaClients(Objects.requireNonNull(live.kafkaClusters().get("main")), home);
    }

    @Override
    public void close() {
        topics.close();
    }

    @Override
    public void send(String document) {
        topics.send(TOPIC, document);
    }

    /** Given to the desk as the receiver does: by an owner of the partition who is late, and by one who was set back. */
    @Override
    public void sendTwice(String document) throws KafkaTrouble {
        KafkaPointDefinition point = environment
                .generation()
                .get()
                .points(KafkaPointDefinition.class)
                .get(POINT);
        TopicFacts topic = new TopicFacts("cluster", "topic-" + document.hashCode(), List.of(0));
        Positions positions = new Positions(environment.store(), point);
        Map<Integer, Long> placed = positions.of(topic, any -> Map.of());
        assertThat(placed).containsEntry(0, 0L);
        Spot spot = positions.spot(topic, 0);
        ConsumerRecord<byte[], byte[]> taken = new ConsumerRecord<>(TOPIC, 0, 0, null, KafkaTopics.bytes(document));
        try (SideTopics sides = new SideTopics(point, clients)) {
            RecordCapture capture = new RecordCapture(environment, point, positions, sides);
            capture.take(new Track(PARTITION, spot, 0), taken);
            assertThatThrownBy(() -> capture.take(new Track(PARTITION, spot, 0), taken))
                    .isInstanceOf(Around.Overtaken.class);
            positions.advance(spot, 1, 0);
            capture.take(new Track(PARTITION, spot, 0), taken);
        }
    }

    @Override
    public List<String> answers() {
        return topics.texts(TOPIC + ".notification");
    }

    @Override
    public List<String> done() {
        return topics.texts(TOPIC + ".processed");
    }

    @Override
    public List<String> aside() {
        List<String> aside = new ArrayList<>();
        topics.records(TOPIC + ".error")
                .forEach(one -> aside.add(KafkaTopics.text(one.value()) + " "
                        + KafkaTopics.headers(one).get("serai-reason")));
        return aside;
    }
}
