package dev.serai.dispatch;

/** What may stand in one line of a mail's header: no line end, so that nobody writes a header of his own. */
final class Fields {
    private Fields() {}

    /**
     * The same text.
     *
     * @throws IllegalArgumentException naming the field when the text has a line end or a NUL
     */
    static String oneLine(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\n' || c == '\0' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                throw new IllegalArgumentException(
                        "'" + field + "' has a line end or a NUL at position " + i + "; expected one line");
            }
        }
        return text;
    }
}
