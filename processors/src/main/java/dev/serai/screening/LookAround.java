package dev.serai.screening;

import java.util.Optional;

/** Refuses look-ahead and look-behind, with what to write instead of just this one. */
final class LookAround {
    private static final String REASON = "look-around is not supported; rules run in linear time only, write ";

    private final boolean negative;
    private final String before;
    private final String inner;
    private final String after;

    private LookAround(boolean negative, String before, String inner, String after) {
        this.negative = negative;
        this.before = before;
        this.inner = inner;
        this.after = after;
    }

    /** Why the regular expression is refused for what begins at this offset; empty when that is no look-around. */
    static Optional<String> refusal(String regex, int offset) {
        boolean behind = regex.startsWith("(?<=", offset) || regex.startsWith("(?<!", offset);
        boolean ahead = regex.startsWith("(?=", offset) || regex.startsWith("(?!", offset);
        if (!ahead && !behind) {
            return Optional.empty();
        }
        int begin = offset + (behind ? 4 : 3);
        int end = closing(regex, begin);
        LookAround found = new LookAround(
                regex.charAt(begin - 1) == '!',
                regex.substring(0, offset),
                regex.substring(begin, end),
                end < regex.length() ? regex.substring(end + 1) : "");
        return Optional.of((found.negative ? "negative " : "") + REASON + found.instead(behind) + " instead");
    }

    private String instead(boolean behind) {
        String all = behind ? before + inner + after : before + inner;
        String rest = before + after;
        if (all.contains("(?=") || all.contains("(?!") || all.contains("(?<") || rest.contains("(?")) {
            return "RegExFind(\"…\") && " + (negative ? "!" : "") + "RegExFind(\"…\")";
        }
        if (negative) {
            return says(rest) ? find(rest) + " && !" + find(all) : "!" + find(all);
        }
        return behind || !says(after) ? find(all) : find(all) + " && " + find(rest);
    }

    /** Whether more is left than what matches everywhere. */
    private static boolean says(String regex) {
        return !bare(regex).isEmpty();
    }

    private static String find(String regex) {
        return "RegExFind(\"" + bare(regex).replace("\"", "\\\"") + "\")";
    }

    /** The regular expression without what only leads to it, such as {@code ^.*}. */
    private static String bare(String regex) {
        return regex.replaceFirst("^\\^?(\\.\\*)+\\??", "").replaceFirst("^\\^?(\\.[*+])*\\$?$", "");
    }

    private static int closing(String regex, int begin) {
        int depth = 1;
        int at = begin;
        while (at < regex.length()) {
            char c = regex.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at += c == '\\' ? 2 : 1;
        }
        return regex.length();
    }
}
