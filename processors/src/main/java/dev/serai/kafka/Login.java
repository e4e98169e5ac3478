package dev.serai.kafka;

import dev.serai.files.Home;
import dev.serai.files.KafkaSecurity;
import dev.serai.files.KafkaSecurity.Certificates;
import dev.serai.files.KafkaSecurity.Mechanism;
import dev.serai.files.Secret;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;

/** Says in Kafka's options how a cluster is talked to. */
final class Login {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    private Login() {}

    /** @throws dev.serai.files.SecretMissing when a secret is not there */
    static Map<String, Object> of(KafkaSecurity security, Home home) {
        Map<String, Object> options = new HashMap<>();
        options.put("security.protocol", security.protocol().name());
        if (security.protocol().isSasl()) {
            options.put("sasl.mechanism", security.mechanism().word());
            options.put("sasl.jaas.config", new Password(jaas(security)));
        }
        security.trust().ifPresent(found -> store("ssl.truststore.", found, home, options));
        security.own().ifPresent(found -> {
            store("ssl.keystore.", found, home, options);
            found.secret()
                    .filter(any -> !found.type().equals("JKS"))
                    .ifPresent(secret -> options.put("ssl.key.password", new Password(secret.resolve())));
        });
        return options;
    }

    private static String jaas(KafkaSecurity security) {
        String password = security.secret().map(Secret::resolve).orElse("");
        return (security.mechanism() == Mechanism.PLAIN ? PLAIN : SCRAM) + " required username="
                + quoted(security.username()) + " password=" + quoted(password) + ";";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A PEM store has no password of its own, only its key may have. */
    private static void store(String prefix, Certificates store, Home home, Map<String, Object> options) {
        options.put(prefix + "type", store.type());
        options.put(prefix + "location", home.folder().resolve(store.file()).toString());
        store.secret()
                .filter(any -> !store.type().equals("PEM"))
                .ifPresent(secret -> options.put(prefix + "password", new Password(secret.resolve())));
    }
}
