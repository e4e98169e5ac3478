package dev.serai.files;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One setting of the hub, documented where it is declared.
 *
 * @param name the key, {@code serai.<area>.<option>}
 * @param fallback the value when nobody sets it; empty = unset
 * @param kind the form of the value
 * @param unit the unit or the values allowed, in words
 * @param meaning what it is, one sentence
 * @param consequence what changing it does to the hub, one sentence
 */
public record SettingKey(String name, String fallback, Kind kind, String unit, String meaning, String consequence) {
    private static final Pattern PASSWORD = Pattern.compile("(?i)password=|://[^/@]*:[^/@]*@");

    /** The form of a value. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** A whole number of 0 or above. */
        NUMBER,
        /** A duration such as {@code 30s}. */
        DURATION,
        /** A size such as {@code 25MB}. */
        SIZE,
        /** A reference to a secret. */
        SECRET,
        /** One of the words in the unit, separated by bars. */
        CHOICE,
        /** A time zone such as {@code Europe/Berlin}. */
        ZONE
    }

    /** The environment variable that sets it: {@code SERAI_HTTP_MAX_BODY}. */
    public String variable() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /**
     * Checks the form of a value.
     *
     * @throws IllegalArgumentException naming the value and what was expected; a secret is never repeated
     */
    public void check(String value) {
        switch (kind) {
            case TEXT -> withoutPassword(value);
            case NUMBER -> SettingRanges.check(name, value);
            case DURATION -> Units.duration(value);
            case SIZE -> Units.size(value);
            case SECRET -> Secret.of(value);
            case CHOICE -> choice(value);
            case ZONE -> zone(value);
        }
    }

    private void withoutPassword(String value) {
        if (name.endsWith(".url") && PASSWORD.matcher(value).find()) {
            throw new IllegalArgumentException("the URL contains a password; give a reference to it in "
                    + name.replaceFirst("url$", "secret") + " instead");
        }
    }

    private static void zone(String value) {
        try {
            ZoneId unused = ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + value + "' is no time zone such as Europe/Berlin", e);
        }
    }

    private void choice(String value) {
        if (!List.of(unit.split(" \\| ")).contains(value)) {
            throw new IllegalArgumentException("'" + value + "' is none of " + unit.replace(" | ", ", "));
        }
    }
}
