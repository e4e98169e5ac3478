package dev.serai.files;

import dev.serai.files.KafkaPointDefinition.Limits;
import dev.serai.files.KafkaPointDefinition.Sides;
import dev.serai.files.KafkaPointDefinition.StartAt;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads the parameters of a Kafka capture point. */
final class KafkaPointReader {
    /** The largest document that is read at all. */
    private static final long MOST = 10L << 20;

    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private final RouteFile route;
    private final YamlReader keys;

    KafkaPointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<KafkaPointDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).readOperated("workitem");
        keys.required("cluster");
        String cluster = keys.name("cluster").orElse("");
        String topic = topic("topic").orElse("serai.capture." + route.name());
        String group = keys.text("groupId").filter(text -> !text.isEmpty()).orElse(topic);
        StartAt startFrom = keys.choice("startFrom", StartAt.class).orElse(StartAt.EARLIEST);
        Limits limits = new Limits(
                keys.number("concurrency", 1, 50).orElse(1),
                keys.number("maxPerPoll", 1, 500).orElse(20),
                keys.number("attempts", 1, 100).orElse(5),
                maxSize());
        Sides sides = sides(topic);
        Map<String, String> options = options();
        return point.map(
                found -> new KafkaPointDefinition(found, cluster, topic, group, startFrom, limits, sides, options));
    }

    private Optional<String> topic(String key) {
        return keys.parsed(key, text -> {
                    if (!text.isEmpty() && (!TOPIC.matcher(text).matches() || text.equals(".") || text.equals(".."))) {
                        throw new IllegalArgumentException(
                                "'" + text
                                        + "' is no topic; expected letters, digits, dots, hyphens and underscores, at most 249");
                    }
                    return text;
                })
                .filter(text -> !text.isEmpty());
    }

    private Sides sides(String topic) {
        Sides sides = new Sides(
                topic("errorTopic").orElse(topic + ".error"),
                topic("notificationTopic").orElse(topic + ".notification"),
                topic("processedTopic").orElse(""));
        BiConsumer<String, String> other = (key, name) -> {
            if (name.equals(topic)) {
                keys.error(key, "'" + key + "': '" + name + "' is the topic that is read; expected another");
            }
        };
        other.accept("errorTopic", sides.error());
        other.accept("notificationTopic", sides.notification());
        other.accept("processedTopic", sides.processed());
        return sides;
    }

    private Map<String, String> options() {
        Optional<Map<String, String>> options = keys.parsed("options", Entries::of);
        options.ifPresent(found -> found.forEach((name, value) -> {
            try {
                KafkaOptions.checkOfConsumer(name, value);
            } catch (IllegalArgumentException wrong) {
                keys.error("options", "'options': " + wrong.getMessage());
            }
        }));
        return options.orElse(Map.of());
    }

    private long maxSize() {
        return keys.parsed("maxSize", text -> {
                    long size = Units.size(text);
                    if (size < 1 || size > MOST) {
                        throw new IllegalArgumentException("'" + text + "' is not from 1B to 10MB");
                    }
                    return size;
                })
                .orElse(MOST);
    }
}
