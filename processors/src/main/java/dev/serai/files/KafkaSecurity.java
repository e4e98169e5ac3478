package dev.serai.files;

import java.util.Optional;

/**
 * How a Kafka cluster is talked to.
 *
 * @param protocol whether the connection is encrypted, and whether somebody logs in
 * @param mechanism how the password is shown, for the {@code sasl-} protocols
 * @param username who logs in; empty = nobody
 * @param secret the password's reference
 * @param trust whom the hub believes; empty = whom Java does
 * @param own what the hub shows of itself, where clients have certificates
 */
public record KafkaSecurity(
        Protocol protocol,
        Mechanism mechanism,
        String username,
        Optional<Secret> secret,
        Optional<Certificates> trust,
        Optional<Certificates> own) {
    static final KafkaSecurity NONE = new KafkaSecurity(
            Protocol.PLAINTEXT, Mechanism.PLAIN, "", Optional.empty(), Optional.empty(), Optional.empty());

    /** Encryption and log-in. */
    public enum Protocol {
        PLAINTEXT,
        SSL,
        SASL_PLAINTEXT,
        SASL_SSL;

        /** Whether somebody logs in. */
        public boolean isSasl() {
            return this == SASL_PLAINTEXT || this == SASL_SSL;
        }
    }

    /** How a password is shown. */
    public enum Mechanism {
        PLAIN("PLAIN"),
        SCRAM_SHA_256("SCRAM-SHA-256"),
        SCRAM_SHA_512("SCRAM-SHA-512");

        private final String word;

        Mechanism(String word) {
            this.word = word;
        }

        /** As Kafka writes it. */
        public String word() {
            return word;
        }
    }

    /**
     * A file with certificates: {@code .pem} or {@code .crt}, {@code .p12} or {@code .pfx}, else a Java key store.
     *
     * @param file as it is written; a relative one is looked for in the home folder
     * @param secret the reference of its password
     */
    public record Certificates(String file, Optional<Secret> secret) {
        /** PEM, PKCS12 or JKS. */
        public String type() {
            String lower = file.toLowerCase(java.util.Locale.ROOT);
            if (lower.endsWith(".pem") || lower.endsWith(".crt")) {
                return "PEM";
            }
            return lower.endsWith(".p12") || lower.endsWith(".pfx") ? "PKCS12" : "JKS";
        }
    }
}
