package dev.serai.interaction;

import java.util.regex.Pattern;

/** The one rule for names that people give: lower-case kebab, at most 64 characters. */
final class Names {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Names() {}

    static void requireKebab(String what, String value) {
        if (value.length() > 64 || !KEBAB.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " name '" + value + "' is not lower-case kebab of at most 64 characters, like 'billing-de'");
        }
    }
}
