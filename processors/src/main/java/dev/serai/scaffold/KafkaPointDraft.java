package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A Kafka capture point. */
public record KafkaPointDraft(String name, String queue, String cluster) {
    /** @throws IllegalArgumentException when a name is none */
    public KafkaPointDraft {
        Names.check(name);
        Names.check(queue);
        Names.check(cluster);
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.KAFKA_POINT, home) + """
                # Operations come as JSON or XML in the topic serai.capture.%1$s. More: docs/guides/feed-from-kafka.md
                - route:
                    id: capture-kafka-%1$s
                    description: Work that comes over Kafka as %1$s.
                    from:
                      uri: kamelet:kafka-capture-source
                      parameters:
                        name: %1$s
                        queue: %2$s
                        cluster: %3$s
                        startFrom: earliest
                      steps:
                        - log:
                            id: captured
                            message: captured ${header.SeraiInteractionId}
                            loggingLevel: DEBUG
                """.formatted(name, queue, cluster);
        return Draft.of(
                new Draft.File("routes/capture/capture-kafka-" + name + ".camel.yaml", text),
                List.of(
                        "the cluster is config/kafka/" + cluster + ".yaml: ./serai new kafka " + cluster + " writes it",
                        "topics to be there: serai.capture." + name + ", and the same with .error and .notification"),
                List.of("check", "check --connect " + name));
    }
}
