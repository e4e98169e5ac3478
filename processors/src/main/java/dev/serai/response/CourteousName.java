package dev.serai.response;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as one would write it in a letter. What is no person's name, such as `info` or a mail address, is none,
 * so that a response uses its fallback; a name all in capitals or all in small letters gets the usual ones.
 *
 * @param full both, or what a firm calls itself
 */
public record CourteousName(String first, String last, String full) {
    private static final CourteousName NONE = new CourteousName("", "", "");
    private static final Set<String> OFFICES = Set.of(
            "accounting",
            "admin",
            "administrator",
            "billing",
            "buchhaltung",
            "contact",
            "customer service",
            "einkauf",
            "hello",
            "helpdesk",
            "hello there",
            "hotline",
            "info",
            "information",
            "kontakt",
            "kundenservice",
            "mail",
            "newsletter",
            "no reply",
            "no-reply",
            "noreply",
            "office",
            "postmaster",
            "purchasing",
            "rechnung",
            "root",
            "sales",
            "sekretariat",
            "service",
            "shop",
            "support",
            "team",
            "unknown",
            "verkauf",
            "vertrieb",
            "verwaltung",
            "webmaster",
            "user",
            "kunde",
            "customer",
            "null",
            "undefined");
    private static final Set<String> PARTICLES = Set.of(
            "al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ten", "ter", "van", "vom",
            "von", "zu", "zum", "zur");
    private static final Pattern NO_NAME = Pattern.compile(".*[@\\d<>{}$\\\\/:].*", Pattern.DOTALL);
    private static final Pattern FIRM = Pattern.compile(
            "(?i).*\\b(gmbh|ag|kg|ohg|ug|e\\.?\\s?v\\.?|ltd\\.?|inc\\.?|llc|plc|corp\\.?|s\\.?a\\.?r\\.?l\\.?|s\\.?r\\.?l\\.?|b\\.?v\\.?"
                    + "|n\\.?v\\.?|s\\.?p\\.?a\\.?|team|support|service)(\\s.*|$)");

    /** Of a name that is known in two parts, each of which may be missing. */
    public static CourteousName of(@Nullable String first, @Nullable String last) {
        String one = first == null ? "" : first.strip().replaceAll("\\s+", " ");
        String other = last == null ? "" : last.strip().replaceAll("\\s+", " ");
        String both = (one + " " + other).strip();
        if (isNone(both)) {
            return NONE;
        }
        if (FIRM.matcher(both).matches()) {
            return new CourteousName("", "", both);
        }
        return new CourteousName(cased(one, both), cased(other, both), cased(both, both));
    }

    /** Of a display name: `Ada Lovelace` or `Lovelace, Ada`; one word is a first name. */
    public static CourteousName of(@Nullable String display) {
        String name = display == null ? "" : display.strip();
        int comma = name.indexOf(',');
        int space = name.lastIndexOf(' ');
        if (comma > 0) {
            return of(name.substring(comma + 1), name.substring(0, comma));
        }
        return space < 0 ? of(name, "") : of(name.substring(0, space), name.substring(space + 1));
    }

    private static boolean isNone(String name) {
        return name.isEmpty()
                || NO_NAME.matcher(name).matches()
                || OFFICES.contains(name.toLowerCase(Locale.ROOT))
                || name.codePoints().noneMatch(Character::isLetter);
    }

    /** @param whole tells whether the sender ever uses both kinds of letters */
    private static String cased(String part, String whole) {
        boolean shouted = whole.equals(whole.toUpperCase(Locale.ROOT)) && whole.length() > 3;
        boolean whispered = whole.equals(whole.toLowerCase(Locale.ROOT));
        if (shouted == whispered) {
            return part;
        }
        return Arrays.stream(part.toLowerCase(Locale.ROOT).split(" "))
                .map(word -> PARTICLES.contains(word) ? word : capitals(word))
                .collect(Collectors.joining(" "));
    }

    private static String capitals(String word) {
        StringBuilder written = new StringBuilder(word.length());
        boolean begins = true;
        for (int letter : word.codePoints().toArray()) {
            written.appendCodePoint(begins ? Character.toTitleCase(letter) : letter);
            begins = letter == '-' || letter == '\'' || letter == '’' || letter == '.';
        }
        return written.toString();
    }
}
