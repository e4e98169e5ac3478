package dev.serai.mime;

import java.io.ByteArrayOutputStream;
import java.util.Map;
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

    private boolean addPieces(String name, Map<String, String> parameters) {
        for (int i = 0; i < MOST_PIECES; i++) {
            String encoded = parameters.get(name + "*" + i + "*");
            String plain = parameters.get(name + "*" + i);
            if (encoded == null && plain == null) {
                return i > 0;
            }
            if (encoded != null) {
                addEncoded(encoded, i == 0);
            } else {
                addPlain(plain == null ? "" : plain);
            }
        }
        return true;
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
        return charset == null ? EncodedWords.decode(decoded) : decoded;
    }
}
