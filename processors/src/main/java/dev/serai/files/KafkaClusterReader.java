package dev.serai.files;

import dev.serai.files.KafkaSecurity.Certificates;
import dev.serai.files.KafkaSecurity.Mechanism;
import dev.serai.files.KafkaSecurity.Protocol;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code config/kafka/<name>.yaml}. */
final class KafkaClusterReader {
    private static final Pattern SERVER = Pattern.compile("[^\\s,:/@]+:\\d{1,5}|\\[[0-9A-Fa-f:]+]:\\d{1,5}");
    private final Problems problems;

    KafkaClusterReader(Problems problems) {
        this.problems = problems;
    }

    Map<String, KafkaClusterDefinition> readAll(FileSet files) {
        Map<String, KafkaClusterDefinition> clusters = new TreeMap<>();
        files.texts(KafkaClusterDefinition.FOLDER, ".yaml")
                .forEach((path, text) -> read(path, text).ifPresent(found -> clusters.put(found.name(), found)));
        return Collections.unmodifiableMap(clusters);
    }

    private Optional<KafkaClusterDefinition> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the cluster's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return Optional.empty();
        }
        return YamlFile.parse(path, text).map(problems).map(map -> read(name, map));
    }

    private KafkaClusterDefinition read(String name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.required("description");
        keys.required("bootstrapServers");
        KafkaClusterDefinition cluster = new KafkaClusterDefinition(
                name,
                servers(keys),
                keys.reader("security").map(this::security).orElse(KafkaSecurity.NONE),
                options(keys),
                keys.tenant("tenant"),
                keys.placeOf("bootstrapServers"));
        keys.text("owner");
        keys.rejectUnknown();
        return cluster;
    }

    private static String servers(YamlReader keys) {
        for (String server : keys.texts("bootstrapServers")) {
            if (!SERVER.matcher(server).matches()) {
                keys.error(
                        "bootstrapServers",
                        "'bootstrapServers': '" + server + "' is no server; expected host:port such as"
                                + " kafka.example.com:9092, several separated by commas");
            }
        }
        return String.join(",", keys.texts("bootstrapServers"));
    }

    private KafkaSecurity security(YamlReader keys) {
        KafkaSecurity security = new KafkaSecurity(
                keys.choice("protocol", Protocol.class).orElse(Protocol.PLAINTEXT),
                keys.choice("mechanism", Mechanism.class).orElse(Mechanism.PLAIN),
                keys.text("username").orElse(""),
                keys.secret("secret"),
                certificates(keys.text("trustStore"), keys.secret("trustStoreSecret")),
                certificates(keys.text("keyStore"), keys.secret("keyStoreSecret")));
        if (security.protocol().isSasl() && (security.username().isEmpty() || !keys.has("secret"))) {
            keys.error("protocol", "'protocol' with sasl needs 'username' and 'secret', a reference to the password");
        }
        if (!security.protocol().isSasl() && !security.username().isEmpty()) {
            keys.error("username", "'username' is of no use without 'protocol' sasl-ssl or sasl-plaintext");
        }
        keys.rejectUnknown();
        return security;
    }

    private static Optional<Certificates> certificates(Optional<String> file, Optional<Secret> secret) {
        return file.map(path -> new Certificates(path, secret));
    }

    private static Map<String, String> options(YamlReader keys) {
        Map<String, String> options = keys.textMap("options");
        options.forEach((name, value) -> {
            try {
                KafkaOptions.check(name, value);
            } catch (IllegalArgumentException wrong) {
                keys.error("options", "'options': " + wrong.getMessage());
            }
        });
        return options;
    }
}
