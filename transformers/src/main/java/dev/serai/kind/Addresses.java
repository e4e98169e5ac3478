package dev.serai.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as reports write them. */
final class Addresses {
    private static final String ATOM = "[\\p{L}\\p{N}._%+'&*/=?^{}|~$#!-]";
    private static final int LONGEST = 1_000;
    private static final Pattern ANYWHERE = Pattern.compile(
            "(?<!" + ATOM + ")" + ATOM + "{1,128}@(?:[\\p{L}\\p{N}_-]{1,63}\\.){0,20}[\\p{L}\\p{N}_-]{1,63}(?!@)");
    private static final Pattern ROUTE = Pattern.compile("^@[^:@\\s]{1,255}:");
    private static final Pattern HEX = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{1,6})\\}");
    private static final Pattern TYPE = Pattern.compile("(?i)^(?:rfc822|smtp|mailto|utf-8|local|system)[:;]\\s*");

    private Addresses() {}

    /**
     * The address of a field such as {@code rfc822; jo@example.org}, without type, comment and brackets; a name without
     * a domain stays as it is; null where nothing is left. An address in UTF-8 is decoded (RFC 6533 section 3).
     */
    static @Nullable String ofField(@Nullable String value) {
        if (value == null) {
            return null;
        }
        String field = value.substring(0, Math.min(LONGEST, value.length()));
        String bare = clean(field.substring(field.indexOf(';') + 1).replaceAll("\\([^()]{0,200}\\)", ""));
        return bare == null ? null : unescape(bare);
    }

    /** An address without what stands around it; null where nothing is left. */
    static @Nullable String clean(String text) {
        String bare = text.substring(0, Math.min(LONGEST, text.length())).strip();
        int open = bare.lastIndexOf('<');
        int close = bare.indexOf('>', open + 1);
        if (open >= 0) {
            bare = close < 0 ? bare.substring(open + 1) : bare.substring(open + 1, close);
        }
        bare = bare.replaceAll("^[\\s\"'<\\[(*]+|[\\s>\\]):;,]+$", "");
        bare = ROUTE.matcher(TYPE.matcher(bare).replaceFirst("")).replaceFirst("");
        boolean quoted = bare.startsWith("\"");
        bare = quoted ? bare : bare.replaceAll("[\"']$|\\.$", "").replaceAll("\\s+", "");
        return bare.isEmpty() ? null : bare;
    }

    /** All addresses in a line. */
    static List<String> in(String line) {
        if (line.indexOf('@') < 0) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        Matcher matcher = ANYWHERE.matcher(line);
        while (matcher.find()) {
            found.add(matcher.group().replaceFirst("^['/=!]+", ""));
        }
        return found;
    }

    private static String unescape(String address) {
        return address.contains("\\x{")
                ? HEX.matcher(address).replaceAll(hex -> Matcher.quoteReplacement(character(hex.group(1))))
                : address;
    }

    private static String character(String hex) {
        int code = Integer.parseInt(hex, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "\uFFFD";
    }
}
