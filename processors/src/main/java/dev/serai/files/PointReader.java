package dev.serai.files;

import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import java.util.Optional;

/** Reads what all capture points share. */
final class PointReader {
    private static final String DEFAULT_QUEUE = "inbound";
    private final RouteFile route;
    private final YamlReader keys;

    PointReader(RouteFile route, YamlReader keys) {
        this.route = route;
        this.keys = keys;
    }

    /** Empty when the point has no usable name. */
    Optional<PointDefaults> read(String mediaType) {
        String written = keys.required("name");
        String name = route.name();
        if (!written.isEmpty() && !written.equals(name)) {
            keys.error(
                    "name",
                    "'name': '" + written + "' does not fit the file; " + route.path() + " is for '" + name + "'");
        }
        PointDefaults point = new PointDefaults(
                PointName.of(Names.isName(name) ? name : "unnamed"),
                route.id(),
                QueueName.of(keys.name("queue").orElse(DEFAULT_QUEUE)),
                keys.text("mediaType").orElse(mediaType),
                keys.text("type").orElse("Inbound"),
                keys.text("subtype").orElse("InboundNew"),
                keys.text("tenant").orElse("default"),
                keys.number("priority", 0, 100),
                keys.text("owner"),
                keys.truth("enabled", true),
                keys.places("name"));
        return Optional.of(point).filter(found -> Names.isName(name));
    }
}
