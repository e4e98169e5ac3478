package dev.serai.scaffold;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A kind of file that engineers write, with the schema that their editors check it by. */
public enum Format {
    /** A mailbox. */
    MAILBOX("mailbox", "routes/capture/capture-mail-*.camel.yaml"),
    /** A JMS capture point. */
    JMS_POINT("jms-point", "routes/capture/capture-jms-*.camel.yaml"),
    /** A file capture point. */
    FILE_POINT("file-point", "routes/capture/capture-file-*.camel.yaml"),
    /** A Kafka capture point. */
    KAFKA_POINT("kafka-point", "routes/capture/capture-kafka-*.camel.yaml"),
    /** A database capture point. */
    SQL_POINT("sql-point", "routes/capture/capture-sql-*.camel.yaml"),
    /** A REST capture point. */
    REST_POINT("rest-point", "routes/capture/capture-rest-*.camel.yaml"),
    /** A web form. */
    WEBFORM("webform", "routes/capture/capture-webform-*.camel.yaml"),
    /** An account. */
    ACCOUNT("account", "routes/dispatch/dispatch-smtp-*.camel.yaml"),
    /** The strategy of a queue. */
    STRATEGY("strategy", "routes/strategies/strategy-*.camel.yaml"),
    /** The tests of a strategy. */
    STRATEGY_TEST("strategy-test", "routes/strategies/strategy-*.test.yaml"),
    /** A kamelet. */
    KAMELET("kamelet", "routes/kamelets/*.kamelet.yaml"),
    /** A queue with its views. */
    QUEUE("queue", "config/queues/*.yaml"),
    /** A database that lookups ask. */
    DATABASE("database", "config/databases/*.yaml"),
    /** A tenant. */
    TENANT("tenant", "config/tenants/*.yaml"),
    /** A Kafka cluster. */
    KAFKA("kafka", "config/kafka/*.yaml"),
    /** A set of categories. */
    CATEGORIES("categories", "config/categories/*.yaml"),
    /** A calendar of business hours. */
    CALENDAR("calendar", "config/calendars/*.yaml"),
    /** A group of screening rules. */
    SCREENING("screening", "config/screening/*.yaml"),
    /** The keys at the beginning of a standard response. */
    RESPONSE("response", "config/responses/*.txt"),
    /** The keys at the beginning of a layout. */
    LAYOUT("layout", "config/layouts/*.txt"),
    /** The keys at the beginning of a signature. */
    SIGNATURE("signature", "config/signatures/*.txt"),
    /** The chains of transformers. */
    TRANSFORMERS("transformers", "config/transformers.yaml"),
    /** Patterns of bounces. */
    BOUNCES("bounces", "config/bounces/*.yaml");

    private final String schema;
    private final String glob;

    Format(String name, String glob) {
        this.schema = name + ".schema.json";
        this.glob = glob;
    }

    /** The name of its schema in {@code docs/schemas/}. */
    public String schema() {
        return schema;
    }

    /** Where its files lie in an instance, with {@code *} for what their names vary in. */
    public String glob() {
        return glob;
    }

    /** Whether the files are YAML as a whole, so that an editor can use the schema. */
    boolean isYaml() {
        return glob.endsWith(".yaml");
    }

    /** The format of a file, by its path below the instance. */
    public static Optional<Format> of(String path) {
        return Arrays.stream(values())
                .filter(format -> FileSystems.getDefault()
                        .getPathMatcher("glob:" + format.glob)
                        .matches(Path.of(path)))
                .findFirst();
    }

    /** Those that editors know a schema for. */
    static List<Format> ofEditors() {
        return Arrays.stream(values()).filter(Format::isYaml).toList();
    }
}
