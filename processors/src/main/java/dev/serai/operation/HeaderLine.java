package dev.serai.operation;

import java.util.regex.Pattern;

/** What may become one line of a mail's header (RFC 5322, section 2.2): no line end of any alphabet, no NUL. */
final class HeaderLine {
    static final String EXPECTED = "has a line end or another control character; expected one line";

    private static final Pattern BREAK =
            Pattern.compile("[\\u0000-\\u0008\\u000a-\\u001f\\u007f\\u0085\\u2028\\u2029]");

    private HeaderLine() {}

    /** As one line. */
    static String joined(String text) {
        return BREAK.matcher(text).replaceAll(" ");
    }

    static boolean breaks(String text) {
        return BREAK.matcher(text).find();
    }
}
