package dev.serai.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner has it: `serai_`, 40 random letters and digits (238 bits), and 6 that are their checksum, so that
 * scanners find leaked ones and a mistyped one is told from an unknown one without asking anybody.
 */
public final class KeyText {
    private static final String PREFIX = "serai_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 40;
    private static final int CHECKSUM = 6;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECKSUM) + "}");

    private final String text;

    private KeyText(String text) {
        this.text = text;
    }

    /** A fresh one. */
    public static KeyText random(SecureRandom random) {
        StringBuilder text = new StringBuilder(PREFIX);
        for (int i = 0; i < RANDOM; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new KeyText(text + checksum(text.toString()));
    }

    /** Empty when the text was never a key. */
    public static Optional<KeyText> parse(String text) {
        boolean whole =
                FORM.matcher(text).matches() && text.endsWith(checksum(text.substring(0, text.length() - CHECKSUM)));
        return whole ? Optional.of(new KeyText(text)) : Optional.empty();
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long left = crc.getValue(); digits.length() < CHECKSUM; left /= DIGITS.length()) {
            digits.insert(0, DIGITS.charAt((int) (left % DIGITS.length())));
        }
        return digits.toString();
    }

    /** What is kept of it: SHA-256 in hex. It is random enough for no salt and no slow digest to be needed. */
    public String digest() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The key itself, to be shown once. */
    public String reveal() {
        return text;
    }

    /** Nothing of it: what is logged by mistake tells nobody. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
