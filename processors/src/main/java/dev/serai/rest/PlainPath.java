package dev.serai.rest;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a path is written in the one way in which all who look at it read it alike (CVE-2026-40022): no empty segment, no
 * dots, no slash or letter behind a percent sign.
 */
final class PlainPath {
    private static final Pattern ODD =
            Pattern.compile("//|(^|/)\\.{1,2}(/|$)|\\\\|[\\x00-\\x20\\x7f]|%(00|2f|5c|0a|0d)|\\.(/|$)");

    private PlainPath() {}

    /** @param normalized as the router reads it */
    static boolean is(@Nullable String path, String normalized) {
        return path != null
                && path.startsWith("/")
                && path.equals(normalized)
                && !ODD.matcher(path.toLowerCase(Locale.ROOT)).find();
    }
}
