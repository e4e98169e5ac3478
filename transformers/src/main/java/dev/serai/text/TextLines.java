package dev.serai.text;

/** Gathers text with white space as a browser would show it, and a mark at each line of a quotation. */
final class TextLines {
    private static final int DEEPEST_QUOTE = 10;

    private final StringBuilder text = new StringBuilder();
    private int newlines;
    private boolean space;
    private int quotes;

    /** At least so many line ends before what comes next. */
    void lines(int count) {
        newlines = Math.max(newlines, count);
    }

    /** One line end more, two at most. */
    void line() {
        newlines = Math.min(newlines + 1, 2);
    }

    void space() {
        space = true;
    }

    /** Whether something stands on the current line. */
    boolean isBegun() {
        return newlines == 0 && text.length() > 0 && text.charAt(text.length() - 1) != '\n';
    }

    void quote(int change) {
        lines(1);
        quotes += change;
    }

    /** Text whose white space means nothing but a space. */
    void flowing(String content) {
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u00a0') {
                space = true;
            } else if (c != '\u200b' && c != '\u200c' && c != '\u00ad' && c != '\ufeff' && c != '\u034f') {
                gap();
                text.append(c);
            }
        }
    }

    /** Text as it is; none where it is empty. */
    void exact(String content) {
        if (!content.isEmpty()) {
            gap();
            text.append(quotes == 0 ? content : content.replace("\n", "\n" + marks()));
        }
    }

    /** A cell behind another one. */
    void tab() {
        if (isBegun()) {
            space = false;
            text.append('\t');
        }
    }

    private void gap() {
        if (newlines > 0 && text.length() > 0) {
            text.append("\n".repeat(newlines)).append(marks());
        } else if (text.length() == 0) {
            text.append(marks());
        } else if (space && !Character.isWhitespace(text.charAt(text.length() - 1))) {
            text.append(' ');
        }
        newlines = 0;
        space = false;
    }

    private String marks() {
        return "> ".repeat(Math.min(quotes, DEEPEST_QUOTE));
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
