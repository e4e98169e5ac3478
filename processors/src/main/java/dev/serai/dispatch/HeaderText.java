package dev.serai.dispatch;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Free text in a header: as it is where that is ASCII, else in encoded words (RFC 2047). A word that no line could be folded
 * at, and that a line of 998 octets (RFC 5322 section 2.1.1) might not hold, makes all of it encoded words.
 */
final class HeaderText {
    private static final int LONGEST_WORD = 400;
    /** Octets that fill an encoded word of 75 characters. */
    private static final int PIECE = 45;

    private HeaderText() {}

    /** The value of a field, folded. */
    static String folded(String field, String text) {
        return MimeUtility.fold(field.length() + 2, encoded(text));
    }

    /** The same text in ASCII, with a space wherever it may be folded. */
    static String encoded(String text) {
        if (hasLongWord(text)) {
            return String.join(" ", pieces(text));
        }
        try {
            return MimeUtility.encodeText(text, StandardCharsets.UTF_8.name(), null);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean hasLongWord(String text) {
        return Stream.of(text.split("[ \\t]")).anyMatch(word -> word.length() > LONGEST_WORD);
    }

    /** Encoded words of whole characters each (RFC 2047 section 5). */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int octets = 0;
        for (int point : text.codePoints().toArray()) {
            int more = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > PIECE) {
                pieces.add(word(piece));
                piece.setLength(0);
                octets = 0;
            }
            piece.appendCodePoint(point);
            octets += more;
        }
        pieces.add(word(piece));
        return pieces;
    }

    private static String word(CharSequence piece) {
        byte[] octets = piece.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }
}
