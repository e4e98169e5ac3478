package dev.serai.interaction;

/**
 * Text that every database and every JSON and XML reader takes: no NUL (PostgreSQL refuses it), no half surrogates, none
 * of the code points that are no characters (U+FFFE and their like, Unicode section 23.7).
 */
public final class CleanText {
    private static final char REPLACEMENT = '\uFFFD';

    private CleanText() {}

    /** The same text without NUL, the rest of what is no text replaced by U+FFFD. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (c >= Character.MIN_SURROGATE && !isSound(text.codePointAt(i)))) {
                return repaired(text);
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return text;
    }

    /** Clean text of at most so many characters; a pair of surrogates is not cut. */
    public static String clipped(String text, int most) {
        String clean = of(text);
        if (clean.length() <= most) {
            return clean;
        }
        return clean.substring(0, Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most);
    }

    private static String repaired(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0).forEach(point -> {
            if (isSound(point)) {
                whole.appendCodePoint(point);
            } else {
                whole.append(REPLACEMENT);
            }
        });
        return whole.toString();
    }

    private static boolean isSound(int point) {
        boolean halfSurrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean noCharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return !halfSurrogate && !noCharacter;
    }
}
