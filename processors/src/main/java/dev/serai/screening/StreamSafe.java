package dev.serai.screening;

/**
 * Bounds runs of combining marks (UAX #15, Stream-Safe Text Format): putting marks in order takes time by the square of
 * their number, and who writes a mail chooses the number.
 */
final class StreamSafe {
    /** Marks in a row that stay together; no language has letters with more. */
    static final int MOST = 30;

    private static final char COMBINING_GRAPHEME_JOINER = '\u034f';
    private static final char FIRST_MARK = '\u0300';

    private StreamSafe() {}

    /** The text with U+034F behind each 30 marks of a longer run; the text itself where there is none. */
    static String of(String text) {
        int cut = cut(text, 0);
        if (cut == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + text.length() / MOST + 1);
        for (int done = 0; done < text.length(); done = cut, cut = cut(text, done)) {
            safe.append(text, done, cut);
            if (cut < text.length()) {
                safe.append(COMBINING_GRAPHEME_JOINER);
            }
        }
        return safe.toString();
    }

    /** Where the first run from an index on is too long; the text's end where none is. */
    private static int cut(String text, int from) {
        int marks = 0;
        for (int at = from; at < text.length(); ) {
            int point = text.codePointAt(at);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MOST) {
                return at;
            }
            at += Character.charCount(point);
        }
        return text.length();
    }

    /** All that have a combining class are marks; U+034F is one that has none. */
    private static boolean isMark(int point) {
        if (point < FIRST_MARK || point == COMBINING_GRAPHEME_JOINER) {
            return false;
        }
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
