package dev.serai.files;

import java.util.regex.Pattern;

/** The form of mail addresses in files: plain, or with a display name, {@code "Support" <support@example.com>}. */
final class MailAddress {
    private static final Pattern PLAIN = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");
    private static final Pattern NAMED = Pattern.compile("[^<>\\r\\n]*<([^<>]+)>");

    private MailAddress() {}

    static String plain(String text) {
        if (!PLAIN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a mail address; expected one such as support@example.com");
        }
        return text;
    }

    static String named(String text) {
        var named = NAMED.matcher(text);
        plain(named.matches() ? named.group(1).strip() : text);
        return text;
    }
}
