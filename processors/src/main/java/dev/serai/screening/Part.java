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

    public static final Part NEW_TEXT = new Part(Kind.NEW_TEXT, "");
    public static final Part HTML = new Part(Kind.HTML, "");
    public static final Part ATTACHMENTS = new Part(Kind.ATTACHMENTS, "");

    private static final String USER_DATA = "userData:";

    /** What a part is. */
    public enum Kind {
        SUBJECT,
        BODY,
        HEADER,
        /** The body apart from quoted mail and signature. */
        NEW_TEXT,
        /** The HTML as text. */
        HTML,
        /** The names of attached files, one a line. */
        ATTACHMENTS,
        USER_DATA
    }

    /** The user data value under a key. */
    public static Part userData(String key) {
        return new Part(Kind.USER_DATA, key);
    }

    /**
     * Reads {@code subject}, {@code body}, {@code newText}, {@code html}, {@code header}, {@code attachments} or {@code userData:<key>}.
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
            case "newText" -> NEW_TEXT;
            case "html" -> HTML;
            case "attachments" -> ATTACHMENTS;
            default ->
                throw new IllegalArgumentException("'" + text
                        + "' is no part, expected subject, body, newText, html, header, attachments or userData:<key>");
        };
    }

    @Nullable
    String in(ScreeningInput input) {
        return switch (kind) {
            case SUBJECT -> input.subject();
            case BODY -> input.body();
            case HEADER -> input.header();
            case NEW_TEXT -> input.newText() == null ? input.body() : input.newText();
            case HTML -> input.html().get();
            case ATTACHMENTS -> input.attachments().isEmpty() ? null : String.join("\n", input.attachments());
            case USER_DATA -> input.userData().get(key);
        };
    }

    @Override
    public String toString() {
        return switch (kind) {
            case USER_DATA -> USER_DATA + key;
            case NEW_TEXT -> "newText";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
