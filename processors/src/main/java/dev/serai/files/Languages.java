package dev.serai.files;

import java.util.regex.Pattern;

/** The form of language tags in files (BCP 47, the common part): {@code de}, {@code pt-BR}. */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    private Languages() {}

    /**
     * Gives back a tag.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static String check(String text) {
        if (!TAG.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a language tag; expected one such as de or pt-BR");
        }
        return text;
    }
}
