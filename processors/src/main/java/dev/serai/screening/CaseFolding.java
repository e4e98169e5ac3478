package dev.serai.screening;

/** Unicode letter case folding, one code point for one (so the sharp s stays different from "ss"). */
final class CaseFolding {
    private CaseFolding() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.toLowerCase(Character.toUpperCase(point)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
