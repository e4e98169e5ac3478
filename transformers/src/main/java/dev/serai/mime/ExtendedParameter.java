package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters with a charset and in several pieces (RFC 2231 sections 3 and 4). */
final class ExtendedParameter {
    private static final int MOST_PIECES = 1000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String charset;

    private ExtendedParameter() {}

    /** Puts the pieces of a parameter together; null where none is of this form. */
    static @Nullable String decode(String name, Map<String, String> parameters) {
        ExtendedParameter result = new ExtendedParameter();
        String whole = parameters.get(name + "*");
        if (whole != null) {
            result.addEncoded(whole, true);
            return result.text();
        }
        return result.addPieces(name, parameters) ? result.text() : null;
    }

    /** In the order of their numbers; those that are missing are passed over. */
    private boolean addPieces(String name, Map<String, String> parameters) {
        SortedMap<Integer, String> pieces = new TreeMap<>();
        for (String key : parameters.keySet()) {
            int number = key.startsWith(name + "*") ? number(key, name.length() + 1) : -1;
            if (number >= 0 && pieces.size() < MOST_PIECES) {
                pieces.merge(number, key, (one, other) -> one.endsWith("*") ? one : other);
            }
        }
        pieces.forEach((number, key) -> {
            String piece = parameters.getOrDefault(key, "");
            if (key.endsWith("*")) {
                addEncoded(piece, bytes.size() == 0);
            } else {
                addPlain(piece);
            }
        });
        return !pieces.isEmpty();
    }

    private static int number(String key, int from) {
        int end = key.endsWith("*") ? key.length() - 1 : key.length();
        String digits = key.substring(Math.min(from, end), end);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
    }

    private void addEncoded(String piece, boolean first) {
        String content = piece;
        int language = first ? piece.indexOf('\'') : -1;
        int text = language < 0 ? -1 : piece.indexOf('\'', language + 1);
        if (text >= 0) {
            charset = piece.substring(0, language);
            content = piece.substring(text + 1);
        }
        PercentCode.decode(content, '%', bytes);
    }

    private void addPlain(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            bytes.write(piece.charAt(i));
        }
    }

    private String text() {
        String decoded = TextDecoder.decode(bytes.toByteArray(), charset);
        return EncodedWords.decode(decoded);
    }
}
