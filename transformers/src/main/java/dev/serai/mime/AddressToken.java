package dev.serai.mime;

import dev.serai.message.MailAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands between two commas of an address list, in pieces. */
final class AddressToken {
    private static final Pattern BLANKS = Pattern.compile(" {0,9}([.@]) {0,9}");
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");

    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder written = new StringBuilder();
    private String comment = "";
    private @Nullable String bracket;

    void bare(char c) {
        phrase.append(c);
        written.append(c);
    }

    void quoted(CharSequence content, String asWritten) {
        phrase.append(content);
        written.append(asWritten.replaceAll("\\s", "\u0000"));
    }

    void comment(String text) {
        comment = text;
        written.append(' ');
    }

    void bracket(String content) {
        bracket = content;
    }

    boolean hasAddress() {
        return bracket != null || written.indexOf("@") > 0;
    }

    boolean isEmpty() {
        return bracket == null && phrase.toString().isBlank();
    }

    String phrase() {
        return phrase.toString().strip();
    }

    /** The address, with what stood before the comma as the start of its name; null where there is none. */
    @Nullable
    MailAddress address(String before) {
        String bracketed = bracket == null ? "" : bare(bracket);
        if (bracketed.codePoints().anyMatch(Character::isLetterOrDigit)) {
            String name = phrase().isEmpty() ? comment : before.isEmpty() ? phrase() : before + ", " + phrase();
            return new MailAddress(name(name), bracketed);
        }
        if (written.indexOf("@") < 0) {
            return null;
        }
        for (String word : written.toString().strip().split("\\s+", -1)) {
            if (word.indexOf('@') >= 0 && word.length() > 1) {
                String rest = phrase().replace(word, "").strip();
                return new MailAddress(name(rest.isEmpty() || word.startsWith("\"") ? comment : rest), bare(word));
            }
        }
        return null;
    }

    private static String bare(String content) {
        String address = HeaderText.clean(
                        COMMENT.matcher(content.replace('\u0000', ' ')).replaceAll(""))
                .replace("<", "");
        int route = address.startsWith("@") ? address.indexOf(':') : -1;
        String stripped = undivided(address.substring(route + 1).strip());
        return stripped.toLowerCase(Locale.ROOT).startsWith("mailto:") ? stripped.substring(7) : stripped;
    }

    /** Without blanks around the dots and the at sign (RFC 5322 section 4.4); what is quoted stays as it is. */
    private static String undivided(String address) {
        boolean divided = address.indexOf(' ') > 0 && address.indexOf('@') > 0 && address.indexOf('"') < 0;
        return divided ? BLANKS.matcher(address).replaceAll("$1") : address;
    }

    private static @Nullable String name(String text) {
        String decoded = HeaderText.clean(EncodedWords.decode(text));
        boolean quoted = decoded.length() > 1 && decoded.startsWith("'") && decoded.endsWith("'");
        String name = quoted ? decoded.substring(1, decoded.length() - 1).strip() : decoded;
        return name.isEmpty() ? null : name;
    }
}
