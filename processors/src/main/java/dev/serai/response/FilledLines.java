package dev.serai.response;

/** A text that grows line by line; a line that had values, all of them empty, is left out. */
final class FilledLines {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean hasCode;
    private boolean hasValue;

    /** What the template says itself. */
    void plain(String words) {
        int at = 0;
        for (int end = words.indexOf('\n'); end >= 0; end = words.indexOf('\n', at)) {
            line.append(words, at, end);
            flush("\n");
            at = end + 1;
        }
        line.append(words, at, words.length());
    }

    /** What a code yields; its line ends are its own. */
    void value(String words) {
        hasCode = true;
        hasValue |= !words.isBlank();
        line.append(words);
    }

    String text() {
        flush("");
        return text.toString();
    }

    private void flush(String end) {
        if (!hasCode || hasValue) {
            text.append(line).append(end);
        }
        line.setLength(0);
        hasCode = false;
        hasValue = false;
    }
}
