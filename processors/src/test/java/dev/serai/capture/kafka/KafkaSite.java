package dev.serai.capture.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.capture.CaptureHub;
import dev.serai.capture.CapturePointStatus;
import dev.serai.interaction.PointName;
import dev.serai.point.Outlets;
import dev.serai.store.EventLog.Event;
import dev.serai.store.KafkaPositionTable.Position;
import dev.serai.store.Roles;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ThrowingRunnable;

/** A hub with one Kafka point, `erp`, that reads a topic of its own, and a client of the same cluster. */
final class KafkaSite implements AutoCloseable {
    static final PointName POINT = PointName.of("erp");

    private final String topic = "erp." + System.nanoTime();
    private final KafkaTopics topics;
    private final String servers;
    private final CaptureHub hub;

    /** On the broker that tests share. */
    KafkaSite(Path folder, String... parameters) {
        this(folder, Kafka.shared(), 1, parameters);
    }

    /** @param parameters further ones of the point, each {@code key: value} */
    KafkaSite(Path folder, Kafka kafka, int partitions, String... parameters) {
        this(CaptureHub.in(folder), kafka, partitions, parameters);
    }

    KafkaSite(CaptureHub made, Kafka kafka, int partitions, String... parameters) {
        topics = kafka.topics();
        servers = kafka.servers();
        topics.create(topic, partitions, java.util.Map.of()).create(error(), notification());
        hub = started(made, parameters);
    }

    /** The file of a cluster whose clients notice within a second what happens to topics. */
    static String cluster(String servers) {
        return """
                description: The test's
                bootstrapServers: %s
                options: {metadata.max.age.ms: 500, session.timeout.ms: 6000, heartbeat.interval.ms: 500, max.block.ms: 2000}
                """.formatted(servers);
    }

    static String submit(String subject) {
        return "{\"operation\":\"submit\",\"properties\":{\"subject\":\"" + subject + "\"}}";
    }

    /** Another node on the same database. */
    CaptureHub secondNode() {
        CaptureHub second = hub.secondNode();
        return begun(second);
    }

    private CaptureHub started(CaptureHub made, String... parameters) {
        String more = String.join("\n        ", parameters);
        made.file("config/queues/orders.yaml", "description: Orders\nstrategy: false\n")
                .file("config/kafka/main.yaml", cluster(servers))
                .file("routes/capture/capture-kafka-erp.camel.yaml", """
                        - route:
                            id: capture-kafka-erp
                            description: A test.
                            from:
                              uri: kamelet:kafka-capture-source
                              parameters:
                                name: erp
                                queue: orders
                                cluster: main
                                topic: %s
                                %s
                              steps:
                                - to: {id: seen, uri: "bean:seen"}
                        """.formatted(
                                topic, more.isEmpty() ? "priority: 1" : more));
        return begun(made);
    }

    private static CaptureHub begun(CaptureHub made) {
        Outlets outlets = new Outlets(made.store(), new Roles(made.store(), "outlets-" + System.nanoTime()));
        return made.component(KafkaComponent.SCHEME, new KafkaComponent(made.points(), outlets))
                .start();
    }

    CaptureHub hub() {
        return hub;
    }

    KafkaTopics topics() {
        return topics;
    }

    String topic() {
        return topic;
    }

    String error() {
        return topic + ".error";
    }

    String notification() {
        return topic + ".notification";
    }

    long send(String text) {
        return topics.send(topic, text);
    }

    long sendTo(int partition, String text) {
        return topics.send(new ProducerRecord<>(topic, partition, null, KafkaTopics.bytes(text)));
    }

    /** Waits until the hub knows where to begin. */
    void awaitPlaced() {
        eventually(() -> assertThat(positions()).isNotEmpty());
    }

    /** As if the hub had died so often of the record at an offset. */
    void begunButNeverEnded(long offset, int times) {
        for (int i = 0; i < times; i++) {
            int unused = hub.store()
                    .writeNow(
                            tx -> tx.kafkaPositions().attempt(positions().get(0).spot(), offset));
        }
    }

    List<Position> positions() {
        return hub.store().read(tx -> tx.kafkaPositions().ofTopic("default", POINT, topic));
    }

    CapturePointStatus status() {
        return hub.status("erp");
    }

    List<String> subjects() {
        return hub.interactions().stream().map(one -> one.content().subject()).toList();
    }

    List<Event> events() {
        return hub.store().read(tx -> tx.events().timeline("default", "point:erp"));
    }

    long count(String result) {
        var counter = hub.meters().find("serai.captured").tag("result", result).counter();
        return counter == null ? 0 : (long) counter.count();
    }

    static void eventually(ThrowingRunnable condition) {
        await().atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition);
    }

    @Override
    public void close() {
        hub.close();
        topics.close();
    }
}
