package dev.serai.screening;

/**
 * One word of an expression.
 *
 * @param text of a quoted text what stands between the quotes, escapes and all
 * @param at offset of the first character in the expression, in UTF-16 units
 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        OPEN,
        CLOSE,
        COMMA,
        AND,
        OR,
        NOT,
        WORD,
        QUOTED,
        OTHER,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** How an error names this token. */
    String described() {
        return switch (kind) {
            case END -> "the end";
            case QUOTED -> "the text \"" + shortened() + "\"";
            default -> text;
        };
    }

    private String shortened() {
        return text.codePointCount(0, text.length()) > 20
                ? text.substring(0, text.offsetByCodePoints(0, 20)) + "…"
                : text;
    }
}
