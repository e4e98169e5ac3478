package dev.serai.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One encoded word (RFC 2047 section 2).
 *
 * @param charset its charset, without the language of RFC 2231
 * @param bytes its content
 * @param end the index behind it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedWord(String charset, byte[] bytes, int end) {

    /** The word that starts here; null where it is none. */
    static @Nullable EncodedWord at(String text, int start) {
        int encoding = text.indexOf('?', start + 2);
        if (encoding < 0 || encoding + 2 >= text.length() || text.charAt(encoding + 2) != '?') {
            return null;
        }
        int end = text.indexOf("?=", encoding + 3);
        String charset = text.substring(start + 2, encoding);
        if (end < 0 || charset.isEmpty() || charset.indexOf(' ') >= 0) {
            return null;
        }
        int language = charset.indexOf('*');
        String name = language < 0 ? charset : charset.substring(0, language);
        byte[] bytes = bytes(text.charAt(encoding + 1), text.substring(encoding + 3, end));
        return bytes == null ? null : new EncodedWord(name, bytes, end + 2);
    }

    private static byte @Nullable [] bytes(char encoding, String content) {
        return switch (encoding) {
            case 'b', 'B' -> base64(content);
            case 'q', 'Q' -> quoted(content);
            default -> null;
        };
    }

    private static byte[] base64(String content) {
        byte[] raw = content.getBytes(StandardCharsets.ISO_8859_1);
        try (InputStream in = new Base64Stream(new ByteArrayInputStream(raw))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }

    private static byte[] quoted(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length());
        PercentCode.decode(content.replace('_', ' '), '=', bytes);
        return bytes.toByteArray();
    }
}
