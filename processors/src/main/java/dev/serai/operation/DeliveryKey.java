package dev.serai.operation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells a repeat: REST's Idempotency-Key, a JMS message id.
 *
 * @param point whose keys they are: `rest:` and the caller's name, or a capture point's
 * @param key 1 to 255 characters
 * @param requestDigest tells the same request from another under the same key
 */
public record DeliveryKey(String tenant, String point, String key, String requestDigest) {

    public DeliveryKey {
        if (key.isBlank() || key.length() > 255) {
            throw new RefusedException(Refusal.of(
                    Code.INVALID_REQUEST,
                    "the idempotency key has " + key.length() + " characters; expected 1 to 255"));
        }
    }

    /** A key of a request whose parts (operation, subject, body) together make it that request. */
    public static DeliveryKey of(String tenant, String point, String key, String... request) {
        return new DeliveryKey(tenant, point, key, digest(String.join("\n", request)));
    }

    private static String digest(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
