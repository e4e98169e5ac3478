package dev.serai.files;

import dev.serai.files.SqlPointDefinition.Reading;
import java.time.Duration;
import java.util.Optional;

/** Reads the parameters of a database capture point. */
final class SqlPointReader {
    private final RouteFile route;
    private final YamlReader keys;

    SqlPointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<SqlPointDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).readTold("workitem");
        String database = keys.name("database").orElse("");
        Reading reading = new Reading(
                time("pollInterval", Duration.ofSeconds(10)),
                keys.number("maxPerPoll", 1, 5000).orElse(500),
                keys.number("attempts", 1, 100).orElse(5),
                time("timeout", Duration.ofSeconds(30)));
        return point.map(found -> new SqlPointDefinition(found, database, reading));
    }

    private Duration time(String key, Duration otherwise) {
        return keys.parsed(key, text -> {
                    Duration time = Units.duration(text);
                    if (time.isZero()) {
                        throw new IllegalArgumentException("'" + text + "' is no time; expected 1ms or more");
                    }
                    return time;
                })
                .orElse(otherwise);
    }
}
