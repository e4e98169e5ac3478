package dev.serai.files;

/**
 * A single value.
 *
 * @param text the text as written, without quotes
 * @param type what YAML 1.2's core schema takes it for
 */
public record YamlScalar(Place place, String text, Type type) implements YamlNode {
    /** What the core schema of YAML 1.2 takes a plain value for; a quoted one is always a text. */
    public enum Type {
        /** A text. */
        TEXT,
        /** A whole number. */
        INTEGER,
        /** A number with a fraction. */
        DECIMAL,
        /** true or false. */
        BOOLEAN,
        /** Nothing, {@code null} or {@code ~}. */
        NULL
    }

    /** Whether nothing stands there. */
    public boolean isNull() {
        return type == Type.NULL;
    }

    /** The value as YAML gives it: Long, Double, Boolean, or the text; a number that Java cannot hold stays a text. */
    public Object value() {
        try {
            return switch (type) {
                case INTEGER -> Long.valueOf(text);
                case DECIMAL -> Double.valueOf(text);
                case BOOLEAN -> Boolean.valueOf(text);
                case TEXT, NULL -> text;
            };
        } catch (NumberFormatException unusual) {
            return text;
        }
    }

    @Override
    public String kind() {
        return switch (type) {
            case TEXT -> "the text '" + text + "'";
            case NULL -> "nothing";
            default -> "the value " + text;
        };
    }
}
