package dev.serai.response;

/** How values are made fit for the text that they go into. */
final class Escapes {
    private static final int LONGEST_SUBJECT = 250;

    private Escapes() {}

    /** For a subject: one line, so that no value can bring a header of its own. */
    static String subject(String value) {
        return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }

    /** The subject as a whole: one line, and no longer than people read. */
    static String subjectLine(String subject) {
        String line = subject(subject);
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1))
                                .stripTrailing() + "…";
    }

    /** For plain text: without characters that no mail shows. */
    static String text(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\\r\\n\\t]]", "");
    }

    /** For HTML: no markup of the value's own, its line ends kept. */
    static String html(String value) {
        return text(value)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("\\R", "<br>\n");
    }
}
