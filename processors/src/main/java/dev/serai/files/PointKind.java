package dev.serai.files;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The kinds of capture points. A further one is a line here, its definition and reader, its kamelet, schema and draft. */
public enum PointKind {
    /** {@code capture-mail-<name>}. */
    MAILBOX("mail", "mailbox-source", (file, keys) -> new MailboxReader(file, keys).read()),
    /** {@code capture-jms-<name>}. */
    JMS("jms", "jms-capture-source", (file, keys) -> new JmsPointReader(file, keys).read()),
    /** {@code capture-file-<name>}. */
    FILE("file", "file-capture-source", (file, keys) -> new FilePointReader(file, keys).read()),
    /** {@code capture-sql-<name>}. */
    SQL("sql", "sql-capture-source", (file, keys) -> new SqlPointReader(file, keys).read()),
    /** {@code capture-kafka-<name>}. */
    KAFKA("kafka", "kafka-capture-source", (file, keys) -> new KafkaPointReader(file, keys).read()),
    /** {@code capture-rest-<name>}. */
    REST("rest", "rest-capture-source", (file, keys) -> new RestPointReader(file, keys).read()),
    /** {@code capture-webform-<name>}. */
    WEBFORM("webform", "webform-capture-source", (file, keys) -> new WebformReader(file, keys).read());

    private final String word;
    private final String kamelet;

    @SuppressWarnings("ImmutableEnumChecker") // the readers have no state
    private final BiFunction<RouteFile, YamlReader, Optional<? extends PointDefinition>> reader;

    PointKind(
            String word,
            String kamelet,
            BiFunction<RouteFile, YamlReader, Optional<? extends PointDefinition>> reader) {
        this.word = word;
        this.kamelet = kamelet;
        this.reader = reader;
    }

    /** The kind that a route is of by its id; empty when it is no capture point of the hub's kinds. */
    public static Optional<PointKind> of(String routeId) {
        return Arrays.stream(values())
                .filter(kind -> routeId.startsWith(kind.prefix()))
                .findFirst();
    }

    /** The kamelets of all kinds. */
    public static Set<String> kamelets() {
        return Arrays.stream(values()).map(PointKind::kamelet).collect(Collectors.toUnmodifiableSet());
    }

    /** What operators see it called. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the ids of its routes begin. */
    public String prefix() {
        return "capture-" + word + "-";
    }

    /** The kamelet that its routes are from. */
    public String kamelet() {
        return kamelet;
    }

    /**
     * What a file says.
     *
     * @param keys the parameters of its kamelet
     */
    Optional<? extends PointDefinition> read(RouteFile file, YamlReader keys) {
        return reader.apply(file, keys);
    }
}
