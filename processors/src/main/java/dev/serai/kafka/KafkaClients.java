package dev.serai.kafka;

import dev.serai.files.Home;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.files.KafkaOptions.Client;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of one cluster. Secrets are read each time; options of the files come first, promises last. */
public final class KafkaClients {
    /** The largest document and what Kafka adds to it: a copy of what was read must not be too large to be sent. */
    private static final int LARGEST_REQUEST = 16 << 20;

    private final KafkaClusterDefinition cluster;
    private final Home home;

    /** @param home what relative paths mean */
    public KafkaClients(KafkaClusterDefinition cluster, Home home) {
        this.cluster = cluster;
        this.home = home;
    }

    /** Where the cluster is asked for, as its file says. */
    String servers() {
        return cluster.servers();
    }

    /**
     * A consumer that neither commits nor resets anything by itself.
     *
     * @param options further native options
     */
    public KafkaConsumer<byte[], byte[]> consumer(String group, int most, Map<String, String> options) {
        Map<String, Object> all = patient(Client.CONSUMER);
        all.put("default.api.timeout.ms", "10000");
        all.put("metadata.max.age.ms", "30000");
        all.putAll(Client.CONSUMER.of(cluster.options()));
        all.putAll(options);
        connection(all);
        all.put("group.id", group);
        all.put("max.poll.records", String.valueOf(most));
        all.put("enable.auto.commit", "false");
        all.put("auto.offset.reset", "none");
        all.put("isolation.level", "read_committed");
        all.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A producer whose records are with all replicas when they are acknowledged, in their order, each once. */
    public KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> all = patient(Client.PRODUCER);
        all.put("max.block.ms", "10000");
        all.put("delivery.timeout.ms", "20000");
        all.put("max.request.size", String.valueOf(LARGEST_REQUEST));
        all.putAll(Client.PRODUCER.of(cluster.options()));
        connection(all);
        all.put("acks", "all");
        all.put("enable.idempotence", "true");
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Looks at topics. */
    public Admin admin() {
        Map<String, Object> all = patient(Client.ADMIN);
        all.put("default.api.timeout.ms", "10000");
        all.putAll(Client.ADMIN.of(cluster.options()));
        connection(all);
        return Admin.create(all);
    }

    /** Knocks at a cluster that is away every few seconds, and notices soon that it is. */
    private Map<String, Object> patient(Client kind) {
        Map<String, String> patient = Map.of(
                "client.id", "serai",
                "reconnect.backoff.ms", "200",
                "reconnect.backoff.max.ms", "5000",
                "request.timeout.ms", "10000",
                "socket.connection.setup.timeout.ms", "5000");
        return new HashMap<>(kind.of(patient));
    }

    private void connection(Map<String, Object> all) {
        all.put("bootstrap.servers", cluster.servers());
        all.putAll(Login.of(cluster.security(), home));
    }
}
