package dev.serai.files;

import java.util.Optional;

/** Reads the parameters of a JMS capture point. */
final class JmsPointReader {
    private final RouteFile route;
    private final YamlReader keys;

    JmsPointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<JmsPointDefinition> read() {
        Optional<PointDefaults> point = new PointReader(route, keys).readOperated("workitem");
        String destination = keys.text("destination").orElse("serai.capture." + route.name());
        int concurrency = keys.number("concurrency", 1, 200).orElse(4);
        if (!destination.matches("[A-Za-z0-9._/-]+")) {
            keys.error(
                    "destination",
                    "'destination': '" + destination
                            + "' is not the name of a JMS queue; expected letters, digits, dots, slashes and hyphens");
        }
        return point.map(found -> new JmsPointDefinition(found, destination, concurrency));
    }
}
