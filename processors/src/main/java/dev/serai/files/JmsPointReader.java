package dev.serai.files;

import dev.serai.files.JmsPointDefinition.Correlation;
import dev.serai.files.JmsPointDefinition.Keep;
import dev.serai.files.JmsPointDefinition.Limits;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Reads the parameters of a JMS capture point. */
final class JmsPointReader {
    /** The largest document that is read at all. */
    private static final long MOST = 10L << 20;

    private final RouteFile route;
    private final YamlReader keys;

    JmsPointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<JmsPointDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).readOperated("workitem");
        String destination = destination();
        int concurrency = keys.number("concurrency", 1, 200).orElse(4);
        Correlation correlation = keys.choice("correlation", Correlation.class).orElse(Correlation.MESSAGE_ID);
        Limits limits = new Limits(maxSize(), keys.number("attempts", 1, 100).orElse(5));
        Keep keep = new Keep(
                keys.duration("keepProcessed").orElse(Duration.ofDays(1)),
                keys.duration("keepAnswers").orElse(Duration.ofDays(30)));
        return point.map(found -> new JmsPointDefinition(found, destination, concurrency, correlation, limits, keep));
    }

    private String destination() {
        return keys.parsed("destination", text -> {
                    if (!text.matches("[A-Za-z0-9._/-]+")) {
                        throw new IllegalArgumentException(
                                "'" + text
                                        + "' is not the name of a JMS queue; expected letters, digits, dots, slashes and hyphens");
                    }
                    String lower = text.toLowerCase(Locale.ROOT);
                    if (lower.startsWith("serai.internal.") || lower.startsWith("activemq.")) {
                        throw new IllegalArgumentException("'" + text + "' belongs to the hub or to the broker itself");
                    }
                    return text;
                })
                .orElse("serai.capture." + route.name());
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
