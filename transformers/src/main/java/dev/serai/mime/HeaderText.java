package dev.serai.mime;

import java.nio.charset.StandardCharsets;

/** Turns a header value of one char per byte into text. */
final class HeaderText {
    private HeaderText() {}

    /** Decodes raw 8-bit bytes by detection, then encoded words; control characters become spaces. */
    static String decode(String raw) {
        return clean(EncodedWords.decode(charset(raw)));
    }

    /** Decodes raw 8-bit bytes only. */
    static String charset(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= 0x80 || raw.charAt(i) == 0x1b) {
                return TextDecoder.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null);
            }
        }
        return raw;
    }

    /** On one line: NUL is dropped, other control characters become spaces. */
    static String clean(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean odd = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            if (odd && result == null) {
                result = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (result != null && c != 0) {
                result.append(odd ? ' ' : c);
            }
        }
        return (result == null ? text : result.toString()).strip();
    }
}
