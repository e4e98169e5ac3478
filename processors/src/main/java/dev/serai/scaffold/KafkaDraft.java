package dev.serai.scaffold;

import dev.serai.files.Home;
import dev.serai.files.Names;
import java.util.List;

/** A Kafka cluster. */
public record KafkaDraft(String name, String servers) {
    /** @throws IllegalArgumentException when the name is none */
    public KafkaDraft {
        Names.check(name);
    }

    /** The file. */
    public Draft draft(Home home) {
        String text = SchemaLine.of(Format.KAFKA, home) + """
                # Capture points name it by `cluster: %1$s`, the events by serai.events.kafka.cluster. More: docs/reference/kafka.md
                description: The Kafka cluster %1$s.
                bootstrapServers: %2$s
                # security:
                #   protocol: sasl-ssl          # plaintext, ssl, sasl-plaintext, sasl-ssl
                #   mechanism: scram-sha-512    # plain, scram-sha-256, scram-sha-512
                #   username: serai
                #   secret: env:KAFKA_SECRET
                #   trustStore: config/kafka/ca.pem
                # options:                      # native options of Kafka's clients
                #   client.dns.lookup: use_all_dns_ips
                """.formatted(name, servers);
        return Draft.of(
                new Draft.File("config/kafka/" + name + ".yaml", text),
                List.of("bootstrapServers, and security where the cluster wants it"),
                List.of("check"));
    }
}
