package dev.serai.check;

import dev.serai.files.Belonging;
import dev.serai.files.EventsKeys;
import dev.serai.files.Generation;
import dev.serai.files.KafkaClusterDefinition;
import dev.serai.files.KafkaPointDefinition;
import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.Settings;
import java.util.HashMap;
import java.util.Map;

/** Checks what Kafka points and events refer to, and finds points that would take each other's records. */
final class KafkaCheck implements Check {
    private static final String SETTINGS = "config/application.properties";
    private final String eventsCluster;
    private final String eventsTopic;

    KafkaCheck(Settings settings) {
        this.eventsCluster = settings.text(EventsKeys.KAFKA_CLUSTER);
        this.eventsTopic = settings.text(EventsKeys.KAFKA_TOPIC);
    }

    @Override
    public void check(Generation generation, Problems problems) {
        Map<String, KafkaPointDefinition> groups = new HashMap<>();
        Map<String, KafkaPointDefinition> read = new HashMap<>();
        for (KafkaPointDefinition point :
                generation.points(KafkaPointDefinition.class).values()) {
            cluster(point, generation, problems);
            read.put(at(point, point.topic()), point);
            KafkaPointDefinition before = groups.putIfAbsent(at(point, point.topic()) + " " + point.groupId(), point);
            if (before != null) {
                problems.error(
                        place(point, "groupId"),
                        "Kafka point '" + point.name() + "' shares the topic '" + point.topic() + "' in the group '"
                                + point.groupId() + "' with '" + before.name()
                                + "', and each would get some of its partitions; expected another groupId");
            }
        }
        generation.points(KafkaPointDefinition.class).values().forEach(point -> sides(point, read, problems));
        events(generation, read, problems);
    }

    private static void cluster(KafkaPointDefinition point, Generation generation, Problems problems) {
        KafkaClusterDefinition cluster = generation.kafkaClusters().get(point.cluster());
        if (cluster == null && !point.cluster().isEmpty()) {
            problems.error(
                    place(point, "cluster"),
                    "there is no config/kafka/" + point.cluster() + ".yaml"
                            + Nearest.hint(
                                    point.cluster(), generation.kafkaClusters().keySet()));
        } else if (cluster != null && !Belonging.may(point.point().tenant(), cluster)) {
            problems.error(
                    place(point, "cluster"),
                    "the cluster '" + cluster.name() + "' is of another tenant than the point, which is of '"
                            + point.point().tenant() + "'");
        }
    }

    private static void sides(KafkaPointDefinition point, Map<String, KafkaPointDefinition> read, Problems problems) {
        Map<String, String> sides = Map.of(
                "errorTopic", point.sides().error(),
                "notificationTopic", point.sides().notification(),
                "processedTopic", point.sides().processed());
        sides.forEach((key, topic) -> {
            KafkaPointDefinition reader = read.get(at(point, topic));
            if (reader != null && !topic.equals(point.topic())) {
                problems.error(
                        place(point, key),
                        "the topic '" + topic + "' is read by the point '" + reader.name()
                                + "', which would take what is put there for requests; expected another");
            }
        });
    }

    private void events(Generation generation, Map<String, KafkaPointDefinition> read, Problems problems) {
        if (eventsCluster.isEmpty()) {
            return;
        }
        KafkaClusterDefinition cluster = generation.kafkaClusters().get(eventsCluster);
        if (cluster == null) {
            problems.error(
                    Place.of(SETTINGS, 1),
                    EventsKeys.KAFKA_CLUSTER.name() + ": there is no config/kafka/" + eventsCluster + ".yaml"
                            + Nearest.hint(
                                    eventsCluster, generation.kafkaClusters().keySet()));
        } else if (!cluster.isShared()) {
            problems.error(
                    Place.of(SETTINGS, 1),
                    EventsKeys.KAFKA_CLUSTER.name() + ": the cluster '" + eventsCluster
                            + "' is a tenant's, and events are of all; expected one that all share");
        }
        if (read.containsKey(eventsCluster + " " + eventsTopic)) {
            problems.error(
                    Place.of(SETTINGS, 1),
                    EventsKeys.KAFKA_TOPIC.name() + ": the topic '" + eventsTopic
                            + "' is read by a capture point, which would take events for requests");
        }
    }

    private static String at(KafkaPointDefinition point, String topic) {
        return point.cluster() + " " + topic;
    }

    private static Place place(KafkaPointDefinition point, String key) {
        return point.point().places().of(key);
    }
}
