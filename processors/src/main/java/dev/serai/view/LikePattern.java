package dev.serai.view;

/**
 * A pattern of LIKE in one form for all databases, whose own escape characters differ.
 *
 * @param text with {@code %} for any text, {@code _} for one character, and {@link #ESCAPE} before such a sign that is
 *     meant itself
 */
record LikePattern(String text) {
    static final char ESCAPE = '!';

    /**
     * Reads a pattern as written.
     *
     * @param escape the sign that its ESCAPE names; empty = none
     * @throws IllegalArgumentException when the escape is no single sign, or stands before another than {@code %},
     *     {@code _} and itself
     */
    static LikePattern of(String written, String escape) {
        if (escape.length() > 1) {
            throw new IllegalArgumentException("ESCAPE takes one character, not '" + escape + "'");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char sign = written.charAt(i);
            if (!escape.isEmpty() && sign == escape.charAt(0)) {
                text.append(literal(written, ++i, sign));
            } else {
                text.append(sign == ESCAPE ? "!!" : String.valueOf(sign));
            }
        }
        return new LikePattern(text.toString());
    }

    private static String literal(String written, int at, char escape) {
        char meant = at < written.length() ? written.charAt(at) : ' ';
        if (meant != '%' && meant != '_' && meant != escape) {
            throw new IllegalArgumentException(
                    "behind the escape '" + escape + "' comes %, _ or '" + escape + "' itself, in '" + written + "'");
        }
        return meant == '%' || meant == '_' || meant == ESCAPE ? "" + ESCAPE + meant : String.valueOf(meant);
    }
}
