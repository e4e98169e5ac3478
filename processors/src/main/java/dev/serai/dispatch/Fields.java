package dev.serai.dispatch;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in one line of a mail's header: no line end, so that nobody writes a header of his own. */
final class Fields {
    /** Turn the direction of writing of what follows, so that it shows as what it is not (Unicode, UAX 9). */
    private static final Pattern TURNING = Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n\\u0000\\u0085\\u2028\\u2029]+");

    private Fields() {}

    /** The same text without what makes it show as another. */
    static String shown(String text) {
        return TURNING.matcher(text).replaceAll("");
    }

    /** What a stranger's header said, on one line. */
    static String joined(@Nullable String text) {
        return text == null ? "" : shown(LINE_ENDS.matcher(text).replaceAll(" "));
    }

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
