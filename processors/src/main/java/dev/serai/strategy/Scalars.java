package dev.serai.strategy;

import java.util.regex.Pattern;

/** Values as JSON has them. */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
    private static final int LONGEST = 4_000;

    private Scalars() {}

    /** A text that a file gives, by what it looks like. */
    static Object of(Object value) {
        if (!(value instanceof String text)) {
            return plain(value);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : plain(text);
    }

    /** A text of at most 4,000 characters, a number or a truth value. */
    static Object plain(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
