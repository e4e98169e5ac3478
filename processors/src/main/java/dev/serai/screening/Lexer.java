package dev.serai.screening;

import dev.serai.screening.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits an expression into tokens. */
final class Lexer {
    private static final String TYPOGRAPHIC = "\u201C\u201D\u201E\u201F";
    /** Quotes of French and other documents, and those of wide and of slanted type. */
    private static final String FOREIGN = "\u00AB\u00BB\uFF02\u2033";

    private final String source;
    private int at;

    Lexer(String source) {
        this.source = source;
    }

    /**
     * All tokens, the last one of kind END.
     *
     * @throws ExpressionException when a quoted text is not closed
     */
    List<Token> tokens() throws ExpressionException {
        List<Token> tokens = new ArrayList<>();
        skipSpace();
        while (at < source.length()) {
            tokens.add(next());
            skipSpace();
        }
        tokens.add(new Token(Kind.END, "", at));
        return tokens;
    }

    private void skipSpace() {
        while (at < source.length() && isSpace(source.charAt(at))) {
            at++;
        }
    }

    // Text pasted from documents brings no-break spaces and byte order marks along.
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    private Token next() throws ExpressionException {
        char c = source.charAt(at);
        if (isQuote(c)) {
            return quoted();
        }
        if (isWordPart(source.codePointAt(at))) {
            return word();
        }
        if (source.startsWith("&&", at)) {
            return taken(Kind.AND, 2);
        }
        if (source.startsWith("||", at)) {
            return taken(Kind.OR, 2);
        }
        return switch (c) {
            case '(' -> taken(Kind.OPEN, 1);
            case ')' -> taken(Kind.CLOSE, 1);
            case ',' -> taken(Kind.COMMA, 1);
            case '!' -> taken(Kind.NOT, 1);
            default -> taken(Kind.OTHER, Character.charCount(source.codePointAt(at)));
        };
    }

    private Token taken(Kind kind, int length) {
        Token token = new Token(kind, source.substring(at, at + length), at);
        at += length;
        return token;
    }

    private Token word() {
        int end = at;
        while (end < source.length() && isWordPart(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return taken(Kind.WORD, end - at);
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point) || point == '_' || point == '-' || point == '.';
    }

    private Token quoted() throws ExpressionException {
        int start = at;
        int end = closing(start, closers(source.charAt(start)));
        if (end < 0) {
            // One quote typed, the other one pasted.
            end = closing(start, TYPOGRAPHIC);
        }
        if (end < 0) {
            throw new ExpressionException(
                    column(source, start), "this quote is never closed, expected a closing \" (inside, write \\\")");
        }
        at = end + 1;
        return new Token(Kind.QUOTED, source.substring(start + 1, end), start);
    }

    private static String closers(char opening) {
        if (opening == '"') {
            return "\"";
        }
        return FOREIGN.indexOf(opening) >= 0 ? FOREIGN : TYPOGRAPHIC + '"';
    }

    private int closing(int start, String quotes) {
        for (int i = start + 1; i < source.length(); i++) {
            if (source.charAt(i) == '\\') {
                i++;
            } else if (quotes.indexOf(source.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean isQuote(char c) {
        return c == '"' || TYPOGRAPHIC.indexOf(c) >= 0 || FOREIGN.indexOf(c) >= 0;
    }

    /** The 1-based column, in code points, of a UTF-16 offset. */
    static int column(String source, int offset) {
        return source.codePointCount(0, Math.min(offset, source.length())) + 1;
    }
}
