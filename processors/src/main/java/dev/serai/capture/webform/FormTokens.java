package dev.serai.capture.webform;

import dev.serai.interaction.PointName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time tokens against double posts: when they were made and for which form, signed by HMAC-SHA-256 (RFC 2104). Nothing
 * is kept of one until it is used. All nodes know those of each other. Safe for several threads.
 */
public final class FormTokens {
    /** How long one may be used. */
    public static final Duration VALID = Duration.ofHours(24);

    /** By how much the clocks of nodes may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "serai-webform-1:";
    private static final int RANDOM = 8;
    private static final int SAID = Long.BYTES + RANDOM;
    private static final int MAC = 16;

    private final SecretKeySpec key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** @param secret what all nodes share; other things may be signed with it too */
    public FormTokens(String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.clock = clock;
    }

    /** A token of a form. */
    public record Issued(String token, Instant expiresAt) {}

    /**
     * A token that this hub made for a form.
     *
     * @param id tells it from others
     * @param expired whether its time is over
     */
    public record Known(String id, boolean expired) {}

    /** A new one. */
    public Issued issue(PointName form) {
        Instant now = clock.instant();
        byte[] salt = new byte[RANDOM];
        random.nextBytes(salt);
        byte[] said =
                ByteBuffer.allocate(SAID).putLong(now.toEpochMilli()).put(salt).array();
        byte[] whole =
                ByteBuffer.allocate(SAID + MAC).put(said).put(mac(form, said)).array();
        return new Issued(Base64.getUrlEncoder().withoutPadding().encodeToString(whole), now.plus(VALID));
    }

    /** Empty when it is none that the hub made for this form. */
    public Optional<Known> read(PointName form, String token) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
        if (whole.length != SAID + MAC) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(whole, SAID);
        if (!MessageDigest.isEqual(mac(form, said), Arrays.copyOfRange(whole, SAID, whole.length))) {
            return Optional.empty();
        }
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(said).getLong());
        Instant now = clock.instant();
        boolean expired = now.isAfter(made.plus(VALID)) || made.isAfter(now.plus(SKEW));
        return Optional.of(new Known(HexFormat.of().formatHex(said), expired));
    }

    private byte[] mac(PointName form, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((PURPOSE + form.value() + ":").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(mac.doFinal(said), MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, impossible);
        }
    }
}
