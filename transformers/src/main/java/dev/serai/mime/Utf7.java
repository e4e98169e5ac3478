package dev.serai.mime;

import org.jspecify.annotations.Nullable;

/** UTF-7 (RFC 2152), which the platform does not know. */
final class Utf7 {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Utf7() {}

    /** Null for bytes that cannot be UTF-7. */
    static @Nullable String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            if (bytes[at] < 0) {
                return null;
            }
            if (bytes[at] != '+') {
                text.append((char) bytes[at++]);
            } else if (at + 1 < bytes.length && bytes[at + 1] == '-') {
                text.append('+');
                at += 2;
            } else {
                at = shifted(bytes, at + 1, text);
            }
        }
        return text.toString();
    }

    private static int shifted(byte[] bytes, int from, StringBuilder text) {
        int at = from;
        int bits = 0;
        int group = 0;
        for (; at < bytes.length; at++) {
            int value = BASE64.indexOf(bytes[at]);
            if (value < 0) {
                break;
            }
            group = group << 6 | value;
            bits += 6;
            if (bits >= 16) {
                bits -= 16;
                text.append((char) (group >> bits));
                group &= (1 << bits) - 1;
            }
        }
        if (at == from) {
            text.append('+');
        }
        return at < bytes.length && bytes[at] == '-' ? at + 1 : at;
    }
}
