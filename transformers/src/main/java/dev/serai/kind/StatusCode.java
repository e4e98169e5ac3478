package dev.serai.kind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Enhanced status codes (RFC 3463) in what servers write. */
final class StatusCode {
    private static final Pattern ENHANCED = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d]|\\.\\d)");
    private static final Pattern REPLY = Pattern.compile("(?:^|[\\s:;>\\[(=\"'])([45])[0-5]\\d(?=[-: \\t,;)\\]<]|$)");

    private StatusCode() {}

    /**
     * The first enhanced code of a text; where there is none, the class of the first SMTP reply code (RFC 5321 section
     * 4.2) as {@code 5.0.0} or {@code 4.0.0}, since a bare 550 says no more than that; null where there is neither.
     */
    static @Nullable String find(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String enhanced = enhanced(text);
        if (enhanced != null) {
            return enhanced;
        }
        Matcher reply = REPLY.matcher(text);
        return reply.find() ? reply.group(1) + ".0.0" : null;
    }

    /** The first enhanced code of a text; null where there is none. */
    static @Nullable String enhanced(@Nullable String text) {
        if (text == null || text.indexOf('.') < 0) {
            return null;
        }
        Matcher enhanced = ENHANCED.matcher(text);
        return enhanced.find() ? enhanced.group(1) : null;
    }

    /** Whether a line has an SMTP reply code of a failure. */
    static boolean isReply(String line) {
        return REPLY.matcher(line).find();
    }
}
