package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as two hexadecimal digits behind a mark, {@code %41} or {@code =41}; what is no valid code stays as it is. */
final class PercentCode {
    private PercentCode() {}

    static void decode(String text, char mark, ByteArrayOutputStream bytes) {
        for (int i = 0; i < text.length(); i++) {
            int code = text.charAt(i) == mark ? code(text, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else if (text.charAt(i) < 0x100) {
                bytes.write(text.charAt(i));
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static int code(String text, int at) {
        if (at + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
