package dev.serai.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Turns a header value of one char per byte into text. */
final class HeaderText {
    private HeaderText() {}

    /** Decodes raw 8-bit bytes by detection, then encoded words; control characters become spaces. */
    static String decode(String raw) {
        return decode(raw, null);
    }

    /** The same; raw bytes that are no UTF-8 are in the assumed charset if they fit it. */
    static String decode(String raw, @Nullable Charset assumed) {
        return clean(EncodedWords.decode(charset(raw, assumed)));
    }

    /** Decodes raw 8-bit bytes only. */
    static String charset(String raw, @Nullable Charset assumed) {
        return isPlain(raw)
                ? raw
                : TextDecoder.decode(raw.getBytes(StandardCharsets.ISO_8859_1), null, assumed, false, sentence -> {});
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) >= 0x80 || raw.charAt(i) == 0x1b) {
                return false;
            }
        }
        return true;
    }

    /** Decodes raw 8-bit bytes of each line for itself, since every header may have another charset. */
    static String charsets(String block, @Nullable Charset assumed) {
        if (isPlain(block)) {
            return block;
        }
        StringBuilder text = new StringBuilder(block.length());
        for (int start = 0; start < block.length(); ) {
            int end = block.indexOf('\n', start);
            int stop = end < 0 ? block.length() : end + 1;
            text.append(charset(block.substring(start, stop), assumed));
            start = stop;
        }
        return text.toString();
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
