package dev.serai.files;

import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import java.util.List;
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

    /** A point that only captures; empty when it has no usable name. */
    Optional<PointDefaults> read(String mediaType) {
        return read(mediaType, Notify.NONE);
    }

    /** A point by which other systems operate, and which can tell them what happens; empty when it has no usable name. */
    Optional<PointDefaults> readOperated(String mediaType) {
        return read(
                mediaType, notified(keys.choice("notifyForm", Notify.Form.class).orElse(Notify.Form.JSON)));
    }

    /** As {@link #readOperated}, of a point that is told in a form of its own; empty when it has no usable name. */
    Optional<PointDefaults> readTold(String mediaType) {
        return read(mediaType, notified(Notify.Form.JSON));
    }

    private Notify notified(Notify.Form form) {
        List<String> words = keys.texts("notify");
        try {
            return new Notify(Notify.kinds(words), form);
        } catch (IllegalArgumentException unknown) {
            keys.error("notify", "'notify': " + unknown.getMessage() + "; or all, or none");
            return Notify.NONE;
        }
    }

    private Optional<PointDefaults> read(String mediaType, Notify notify) {
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
                keys.tenant("tenant").orElse(TenantName.DEFAULT).value(),
                keys.number("priority", 0, 100),
                keys.text("owner"),
                keys.truth("enabled", true),
                notify,
                keys.places("name"));
        return Optional.of(point).filter(found -> Names.isName(name));
    }
}
