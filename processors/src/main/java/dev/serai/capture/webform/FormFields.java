package dev.serai.capture.webform;

import dev.serai.interaction.CleanText;
import dev.serai.operation.Code;
import dev.serai.operation.Refusal;
import dev.serai.operation.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of a post by name, in the order of the form. Several of one name, such as boxes that are ticked, become one. */
public final class FormFields {
    /** Fields of one post, those of the same name each for itself. */
    public static final int MOST = 100;

    private static final int LONGEST_NAME = 64;

    private final Map<String, String> values = new LinkedHashMap<>();
    private int count;

    /**
     * Takes one more; one without a name says nothing.
     *
     * @throws RefusedException when there are too many, or its name is too long
     */
    public void add(String name, String value) {
        String clean = CleanText.of(name).strip();
        if (++count > MOST) {
            throw new RefusedException(
                    Refusal.of(Code.INVALID_REQUEST, "the form has more than " + MOST + " fields; nothing was taken"));
        }
        if (clean.length() > LONGEST_NAME) {
            throw new RefusedException(Refusal.of(
                    Code.INVALID_REQUEST,
                    "a field has a name of " + clean.length() + " characters; expected at most " + LONGEST_NAME));
        }
        String lines = CleanText.of(value).replaceAll("\r\n?", "\n");
        if (!clean.isEmpty()) {
            values.merge(clean, lines, FormFields::joined);
        }
    }

    private static String joined(String before, String more) {
        return before.isBlank() ? more : more.isBlank() ? before : before + ", " + more;
    }

    /** What a field holds, without blanks around it; empty when it is not there. */
    String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    /** Those that are filled in, but for some. */
    Map<String, String> without(Set<String> names) {
        Map<String, String> others = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (!names.contains(name) && !value.isBlank()) {
                others.put(name, value.strip());
            }
        });
        return others;
    }
}
