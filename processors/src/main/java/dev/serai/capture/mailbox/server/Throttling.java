package dev.serai.capture.mailbox.server;

import java.util.List;
import java.util.Locale;

/** How servers say that they want to be left alone for a while: with codes (RFC 5530, RFC 3206), or in words of their own. */
final class Throttling {
    private static final List<String> CODES =
            List.of("[UNAVAILABLE]", "[LIMIT]", "[INUSE]", "[THROTTLED]", "[SYS/TEMP]", "[IN-USE]", "[LOGIN-DELAY]");
    private static final List<String> WORDS = List.of(
            "authenticated but not connected",
            "too many simultaneous",
            "too many concurrent",
            "too many connections",
            "too many logins",
            "too many requests",
            "too many commands",
            "too many sessions",
            "throttled",
            "maximum number of connections",
            "maximum number of concurrent",
            "connection limit",
            "bandwidth limit",
            "rate limit",
            "server is busy",
            "server busy",
            "try again later",
            "temporarily unavailable");

    private Throttling() {}

    /** Whether an answer of a server says so. */
    static boolean saidIn(String answer) {
        String upper = answer.toUpperCase(Locale.ROOT);
        String lower = answer.toLowerCase(Locale.ROOT);
        return CODES.stream().anyMatch(upper::contains) || WORDS.stream().anyMatch(lower::contains);
    }
}
