package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.CHOICE;
import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.TEXT;

/** Settings of the log of events: {@code serai.events.}. */
public final class EventsKeys {
    /** The JMS topic. */
    public static final SettingKey TOPIC = new SettingKey(
            "serai.events.topic",
            "",
            TEXT,
            "name of a topic such as serai.events; empty = events are not published",
            "The JMS topic on the broker that events are published to.",
            "Each event is then sent once more; give all nodes the same.");

    /** The Kafka cluster. */
    public static final SettingKey KAFKA_CLUSTER = new SettingKey(
            "serai.events.kafka.cluster",
            "",
            TEXT,
            "name of a file in config/kafka/; empty = events are not published to Kafka",
            "The Kafka cluster that events are published to.",
            "Each event is then sent once more; give all nodes the same, and take a cluster that all tenants share.");

    /** The Kafka topic. */
    public static final SettingKey KAFKA_TOPIC = new SettingKey(
            "serai.events.kafka.topic",
            "serai.events",
            TEXT,
            "name of a topic",
            "The topic of that cluster that events are published to.",
            "The topic has to be there, or its cluster makes it when it is first written to.");

    /** Where a new sink begins. */
    public static final SettingKey BEGIN = new SettingKey(
            "serai.events.begin",
            "head",
            CHOICE,
            "head | beginning",
            "Where the topic begins when it is switched on: with what happens from then on, or with the oldest event.",
            "beginning publishes the whole log; it counts only while the topic has no place in the log yet.");

    /** How long events are kept. */
    public static final SettingKey KEEP = new SettingKey(
            "serai.events.keep",
            "",
            DURATION,
            "duration such as 90d; empty = for ever",
            "How long events are kept after their interaction stopped.",
            "Without its events nobody can say any more why an interaction went the way it did.");

    private EventsKeys() {}
}
