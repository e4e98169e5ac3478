package dev.serai.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.app.TestInstance;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.PointName;
import dev.serai.store.InteractionFilter;
import dev.serai.store.Store;
import dev.serai.testing.Kafka;
import dev.serai.testing.KafkaTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Orders that come over a Kafka which outlives the hub, some of them wrong, and the books about them. */
final class KafkaDrop implements AutoCloseable {
    private static final PointName POINT = PointName.of("feed");

    private final String topic = "feed." + System.nanoTime();
    private final KafkaTopics topics = Kafka.shared().topics();
    private final List<String> orders = new ArrayList<>();
    private int wrong;

    KafkaDrop(TestInstance instance) {
        topics.create(topic, 3, Map.of()).create(topic + ".error", topic + ".notification");
        instance.file("config/kafka/main.yaml", """
                        description: The test's
                        bootstrapServers: %s
                        options: {session.timeout.ms: 1500, heartbeat.interval.ms: 300}
                        """.formatted(Kafka.shared().servers()))
                .file("routes/capture/capture-kafka-feed.camel.yaml", """
                        - route:
                            id: capture-kafka-feed
                            description: The test's orders
                            from:
                              uri: kamelet:kafka-capture-source
                              parameters: {name: feed, queue: general, cluster: main, topic: %s, attempts: 100}
                              steps:
                                - log: {id: captured, message: captured, loggingLevel: DEBUG}
                        """.formatted(topic));
    }

    /** Without external ids: nothing but the position keeps one from being made twice. */
    void order(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String order = "record " + orders.size();
            orders.add(order);
            texts.add("{\"operation\":\"submit\",\"properties\":{\"subject\":\"" + order + "\"}}");
        }
        topics.sendAll(topic, texts);
    }

    void wrong(int count) {
        for (int i = 0; i < count; i++) {
            wrong++;
            topics.send(topic, "{\"operation\":\"destroy\"}");
        }
    }

    /** Each order is there once, each record was answered, the wrong ones are aside. */
    void balance(Store store) {
        Site.eventually(() -> assertThat(subjects(store)).containsExactlyInAnyOrderElementsOf(orders));
        Site.eventually(() -> assertThat(ids(topic + ".notification")).hasSize(orders.size() + wrong));
        Site.eventually(() -> assertThat(ids(topic + ".error")).hasSize(wrong));
    }

    /** How many were taken until now. */
    int taken(Store store) {
        return subjects(store).size();
    }

    /** The same record may be there more than once, under the same id. */
    private java.util.Set<String> ids(String name) {
        return topics.records(name).stream()
                .map(one -> KafkaTopics.headers(one).get("serai-delivery-id"))
                .collect(Collectors.toSet());
    }

    private static List<String> subjects(Store store) {
        List<String> found = new ArrayList<>();
        String last = "g";
        for (List<Interaction> page = page(store, last); !page.isEmpty(); page = page(store, last)) {
            page.stream()
                    .filter(one -> POINT.equals(one.origin().capturePoint()))
                    .forEach(one -> found.add(one.content().subject()));
            last = page.get(page.size() - 1).id().value();
        }
        return found;
    }

    private static List<Interaction> page(Store store, String last) {
        return store.read(tx -> tx.interactions()
                .find("default", InteractionFilter.all().olderThan(last).limit(1000)));
    }

    @Override
    public void close() {
        topics.close();
    }
}
