package dev.serai.files;

import java.util.Optional;

/** Reads the parameters of a REST capture point. */
final class RestPointReader {
    private static final String PLAIN = "rest";

    private final RouteFile route;
    private final YamlReader keys;

    RestPointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    Optional<RestPointDefinition> read() {
        if (route.name().equals(PLAIN)) {
            keys.error(
                    "name",
                    "'name': 'rest' is the point of POST /api/v1/interactions, which needs no file; expected another name");
        }
        return new PointReader(route, keys).read("workitem").map(RestPointDefinition::new);
    }
}
