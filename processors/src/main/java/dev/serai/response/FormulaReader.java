package dev.serai.response;

/** The characters of a template while a formula is read from them. */
final class FormulaReader {
    private static final String QUOTES = "\"\u201C\u201D\u201E\u201F";

    private final String text;
    private int at;

    FormulaReader(String text, int at) {
        this.text = text;
        this.at = at;
    }

    int at() {
        return at;
    }

    /** The next character behind white space; 0 at the end. */
    char peek() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\u00A0')) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    /** Where the next character behind white space stands. */
    int here() {
        peek();
        return at;
    }

    /** Takes the next character. */
    char next() {
        char next = peek();
        at++;
        return next;
    }

    /** Takes these characters if they come next. */
    boolean take(String expected) {
        peek();
        boolean found = text.startsWith(expected, at);
        if (found) {
            at += expected.length();
        }
        return found;
    }

    boolean atQuote() {
        return QUOTES.indexOf(peek()) >= 0;
    }

    /** A text in quotes, without them. */
    String quoted() throws FormulaException {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (QUOTES.indexOf(c) >= 0) {
                at = i + 1;
                return value.toString();
            }
            boolean escape = c == '\\' && i + 1 < text.length() && QUOTES.indexOf(text.charAt(i + 1)) >= 0;
            value.append(escape ? text.charAt(++i) : c);
        }
        throw new FormulaException("a quote is never closed, expected \"", at);
    }

    /** Letters, digits, underscores and dots. */
    String word() {
        peek();
        int start = at;
        while (at < text.length() && isWordPart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** What comes next, for a message. */
    String found() {
        char next = peek();
        return next == 0 ? "the end of the file" : text.startsWith("$>", at) ? "$>" : String.valueOf(next);
    }
}
