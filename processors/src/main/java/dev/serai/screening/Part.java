package dev.serai.screening;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of an interaction that patterns read.
 *
 * @param key of the user data value; empty for the other kinds
 */
public record Part(Kind kind, String key) {
    public static final Part SUBJECT = new Part(Kind.SUBJECT, "");
    public static final Part BODY = new Part(Kind.BODY, "");
    public static final Part HEADER = new Part(Kind.HEADER, "");

    private static final String USER_DATA = "userData:";

    /** What a part is. */
    public enum Kind {
        SUBJECT,
        BODY,
        HEADER,
        USER_DATA
    }

    /** The user data value under a key. */
    public static Part userData(String key) {
        return new Part(Kind.USER_DATA, key);
    }

    /**
     * Reads {@code subject}, {@code body}, {@code header} or {@code userData:<key>}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Part of(String text) {
        if (text.startsWith(USER_DATA) && text.length() > USER_DATA.length()) {
            return userData(text.substring(USER_DATA.length()));
        }
        return switch (text) {
            case "subject" -> SUBJECT;
            case "body" -> BODY;
            case "header" -> HEADER;
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no part, expected subject, body, header or userData:<key>");
        };
    }

    @Nullable
    String in(ScreeningInput input) {
        return switch (kind) {
            case SUBJECT -> input.subject();
            case BODY -> input.body();
            case HEADER -> input.header();
            case USER_DATA -> input.userData().get(key);
        };
    }

    @Override
    public String toString() {
        return kind == Kind.USER_DATA ? USER_DATA + key : kind.name().toLowerCase(Locale.ROOT);
    }
}
