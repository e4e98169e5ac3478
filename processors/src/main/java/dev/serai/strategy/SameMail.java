package dev.serai.strategy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Recognises mails that say the same but for numbers, as programs write them. */
final class SameMail {
    private static final int LONGEST = 4_000;
    private static final int SHORTEST = 40;

    private SameMail() {}

    /** A digest of a mail's text, equal for such mails; null where words are few, as people write those alike too. */
    static @Nullable String key(String text) {
        String head = text.substring(0, Math.min(LONGEST, text.length()));
        String words =
                head.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        return words.length() < SHORTEST ? null : digest(words);
    }

    private static String digest(String words) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
