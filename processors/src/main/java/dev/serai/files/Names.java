package dev.serai.files;

import java.util.regex.Pattern;

/** The form of names: lower-case kebab, at most 64 characters. */
public final class Names {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    private Names() {}

    /** Whether a text can be a name. */
    public static boolean isName(String text) {
        return text.length() <= LONGEST && KEBAB.matcher(text).matches();
    }

    /**
     * Gives back a name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String check(String text) {
        if (!isName(text)) {
            throw new IllegalArgumentException("'" + text + "' is not a name; expected lower-case letters, digits and"
                    + " single hyphens, such as support-de, at most " + LONGEST + " characters");
        }
        return text;
    }
}
