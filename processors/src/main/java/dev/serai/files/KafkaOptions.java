package dev.serai.files;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The native options of Kafka's clients that files may set: all that Kafka knows, but for what the hub's promises rest on. */
public final class KafkaOptions {
    private static final String OWN_FORMS = "the hub reads and writes bytes and looks into them itself";
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("enable.auto.commit", "offsets are committed after the database has the work"),
            Map.entry(
                    "auto.offset.reset",
                    "where to read is in the hub's database; for the first contact there is startFrom"),
            Map.entry("key.deserializer", OWN_FORMS),
            Map.entry("value.deserializer", OWN_FORMS),
            Map.entry("key.serializer", OWN_FORMS),
            Map.entry("value.serializer", OWN_FORMS),
            Map.entry(
                    "isolation.level",
                    "what a transaction took back must not be applied, so only read_committed is read"),
            Map.entry("acks", "what the hub sends must be safe before it goes on, so acks is all"),
            Map.entry("enable.idempotence", "what the hub sends keeps its order when it is tried again"),
            Map.entry("interceptor.classes", "code between the hub and Kafka could change or swallow records"),
            Map.entry("partitioner.class", "what is of one interaction is in one partition, in its order"),
            Map.entry("partitioner.ignore.keys", "what is of one interaction is in one partition, in its order"),
            Map.entry("transactional.id", "the hub sends without transactions"),
            Map.entry("group.id", "it is the parameter groupId of the point"),
            Map.entry("group.instance.id", "several consumers of the hub would have the same"),
            Map.entry("bootstrap.servers", "it is 'bootstrapServers' of the cluster"),
            Map.entry("max.poll.records", "it is the parameter maxPerPoll of the point"),
            Map.entry("allow.auto.create.topics", "a topic that is looked at must not be made by looking"),
            Map.entry("security.protocol", "it is 'protocol' in 'security' of the cluster"),
            Map.entry("sasl.mechanism", "it is 'mechanism' in 'security' of the cluster"));

    /** A send ends before the hub takes its producer for broken. */
    private static final Map<String, Long> MOST_MILLIS =
            Map.of("delivery.timeout.ms", 60_000L, "max.block.ms", 20_000L);

    private static final Map<String, ConfigDef.ConfigKey> CONSUMER =
            ConsumerConfig.configDef().configKeys();
    private static final Map<String, ConfigDef.ConfigKey> PRODUCER =
            ProducerConfig.configDef().configKeys();
    private static final Map<String, ConfigDef.ConfigKey> ADMIN =
            AdminClientConfig.configDef().configKeys();

    private KafkaOptions() {}

    /** The kinds of clients. */
    public enum Client {
        CONSUMER(KafkaOptions.CONSUMER),
        PRODUCER(KafkaOptions.PRODUCER),
        ADMIN(KafkaOptions.ADMIN);

        @SuppressWarnings("ImmutableEnumChecker") // what the client knows never changes
        private final Map<String, ConfigDef.ConfigKey> keys;

        Client(Map<String, ConfigDef.ConfigKey> keys) {
            this.keys = keys;
        }

        /** Those of some options that this kind of client knows. */
        public Map<String, String> of(Map<String, String> options) {
            Map<String, String> known = new TreeMap<>(options);
            known.keySet().retainAll(keys.keySet());
            return known;
        }
    }

    /**
     * Checks an option of a cluster, which any client may know.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void check(String name, String value) {
        Map<String, ConfigDef.ConfigKey> all = new TreeMap<>(ADMIN);
        all.putAll(PRODUCER);
        all.putAll(CONSUMER);
        check(name, value, all, "Kafka's clients know");
    }

    /** The same of an option of a consumer. */
    static void checkOfConsumer(String name, String value) {
        check(name, value, CONSUMER, "Kafka's consumers know");
    }

    private static void check(String name, String value, Map<String, ConfigDef.ConfigKey> keys, String who) {
        String reason = REFUSED.get(name);
        if (reason != null && !(name.equals("isolation.level") && value.equals("read_committed"))) {
            throw new IllegalArgumentException("'" + name + "' cannot be set: " + reason);
        }
        ConfigDef.ConfigKey key = keys.get(name);
        if (key == null) {
            Set<String> free = new TreeSet<>(keys.keySet());
            free.removeAll(REFUSED.keySet());
            throw new IllegalArgumentException(who + " no option '" + name + "'" + Nearest.guess(name, free));
        }
        if (key.type == ConfigDef.Type.PASSWORD) {
            throw new IllegalArgumentException("'" + name
                    + "' would put a secret into a file; 'security' of the cluster takes references to secrets");
        }
        value(key, value);
    }

    private static void value(ConfigDef.ConfigKey key, String value) {
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            Long most = MOST_MILLIS.get(key.name);
            if (most != null && parsed instanceof Number number && number.longValue() > most) {
                throw new IllegalArgumentException("'" + key.name + "' is " + value + "; expected at most " + most
                        + ", since the hub takes a producer that hangs for longer for broken");
            }
        } catch (ConfigException wrong) {
            throw new IllegalArgumentException(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
