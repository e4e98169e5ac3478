package dev.serai.conversation;

import dev.serai.interaction.InteractionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One secret that signs ids: HMAC-SHA-256 (RFC 2104), truncated to 80 bits, the least that its section 5 allows. */
final class TokenKey {
    static final int MAC_BYTES = 10;

    /** Characters that a secret has at the least. */
    static final int SHORTEST = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "serai-thread-1:";

    private final SecretKeySpec key;

    private TokenKey(SecretKeySpec key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when the secret has fewer than 16 characters; it is not repeated */
    static TokenKey of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException("a key of serai.threads.secret has " + secret.length()
                    + " characters; expected " + SHORTEST + " or more");
        }
        return new TokenKey(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    byte[] sign(InteractionId id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal((PURPOSE + id.value()).getBytes(StandardCharsets.US_ASCII)), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }

    boolean isOf(InteractionId id, byte[] signature) {
        return MessageDigest.isEqual(sign(id), signature);
    }
}
