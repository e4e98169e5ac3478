package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decodes encoded words (RFC 2047) wherever they stand, even where the standard forbids them. Neighbours in one
 * charset are joined before decoding, since senders cut characters in two; what is broken stays as it is.
 */
final class EncodedWords {
    private final StringBuilder result = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords() {}

    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords().run(text) : text;
    }

    private String run(String text) {
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("=?", at);
            EncodedWord word = start < 0 ? null : EncodedWord.at(text, start);
            if (start < 0) {
                plain(text.substring(at));
                at = text.length();
            } else if (word == null) {
                plain(text.substring(at, start + 2));
                at = start + 2;
            } else {
                between(text.substring(at, start));
                add(word);
                at = word.end();
            }
        }
        flush();
        return result.toString();
    }

    private void between(String gap) {
        if (charset == null || !gap.isBlank()) {
            plain(gap);
        }
    }

    private void plain(String text) {
        flush();
        result.append(text);
    }

    private void add(EncodedWord word) {
        if (charset != null && !charset.equals(word.charset().toLowerCase(Locale.ROOT))) {
            flush();
        }
        charset = word.charset().toLowerCase(Locale.ROOT);
        pending.writeBytes(word.bytes());
    }

    private void flush() {
        if (charset != null) {
            result.append(TextDecoder.decode(pending.toByteArray(), charset));
            pending.reset();
            charset = null;
        }
    }
}
