package dev.serai.store;

import dev.serai.interaction.CleanText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Message-ID as it is stored and looked up: clean, and one of more than 998 octets (RFC 5322 section 2.1.1) by its
 * beginning and its digest, so that equal ids stay equal and an index takes them.
 */
final class MessageIdKey {
    private static final int MOST = 998;
    private static final int BEGINNING = 100;

    private MessageIdKey() {}

    static String of(String messageId) {
        String clean = CleanText.of(messageId);
        byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= MOST
                ? clean
                : CleanText.clipped(clean, BEGINNING) + "…sha256:"
                        + HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
