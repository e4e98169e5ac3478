package dev.serai.screening.engine;

/** Unicode letter case folding, one code point for one (so the sharp s stays different from "ss"). */
public final class CaseFolding {
    private static final char[] LOW = new char[0x500];

    static {
        for (int i = 0; i < LOW.length; i++) {
            LOW[i] = (char) foldPoint(i);
        }
    }

    private CaseFolding() {}

    /** The text without difference of letter case; texts that differ in it alone become the same. */
    public static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                return folded(text);
            }
            folded[i] = c < LOW.length ? LOW[c] : (char) foldPoint(c);
        }
        return new String(folded);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().map(CaseFolding::foldPoint).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int foldPoint(int point) {
        return Character.toLowerCase(Character.toUpperCase(point));
    }
}
