package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka cluster: {@code config/kafka/<name>.yaml}.
 *
 * @param servers where it is found at first, {@code host:port} separated by commas
 * @param options native options of Kafka's clients, each given to those clients that know it
 * @param tenant whose points alone use it; empty = all tenants'
 */
public record KafkaClusterDefinition(
        String name,
        String servers,
        KafkaSecurity security,
        Map<String, String> options,
        Optional<TenantName> tenant,
        Place place)
        implements Belonging {
    static final String FOLDER = "config/kafka/";

    /** Keeps copies. */
    public KafkaClusterDefinition {
        options = Map.copyOf(options);
    }
}
