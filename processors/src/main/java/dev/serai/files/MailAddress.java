package dev.serai.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of mail addresses in files: plain, or with a display name, {@code "Support" <support@example.com>}. */
public final class MailAddress {
    private static final Pattern PLAIN = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Pattern NAMED = Pattern.compile("([^<>\\r\\n]*)<([^<>]+)>");

    private MailAddress() {}

    static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches();
    }

    static String plain(String text) {
        if (!isPlain(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a mail address; expected one such as support@example.com");
        }
        return text;
    }

    static String named(String text) {
        bare(text);
        return text;
    }

    /** Several, separated by commas that stand in no quoted name. */
    public static List<String> split(String text) {
        List<String> found = new ArrayList<>();
        boolean quoted = text.chars().filter(c -> c == '"').count() % 2 != 0;
        int begin = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '"') {
                quoted = !quoted;
            } else if (text.charAt(at) == ',' && !quoted) {
                found.add(text.substring(begin, at).strip());
                begin = at + 1;
            }
        }
        found.add(text.substring(begin).strip());
        return found.stream().filter(one -> !one.isEmpty()).toList();
    }

    /**
     * The address without a name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String bare(String text) {
        Matcher named = NAMED.matcher(text);
        return plain(named.matches() ? named.group(2).strip() : text);
    }

    /** What stands between the last angle brackets, stripped; the whole where there are none. It may be no address. */
    public static String inner(String text) {
        int open = text.lastIndexOf('<');
        int close = text.indexOf('>', open + 1);
        return text.substring(open + 1, close < 0 ? text.length() : close).strip();
    }

    /** The display name without quotes; empty where there is none. */
    public static Optional<String> name(String text) {
        Matcher named = NAMED.matcher(text);
        return named.matches()
                ? Optional.of(named.group(1).strip().replaceAll("^\"(.*)\"$", "$1"))
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
