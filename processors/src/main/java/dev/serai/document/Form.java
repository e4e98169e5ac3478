package dev.serai.document;

import java.util.Locale;

/** How a document is written; an answer has the form of its request. */
public enum Form {
    JSON,
    XML;

    /** The form of a text: XML begins with {@code <}, everything else is taken for JSON. */
    public static Form of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\uFEFF' && !Character.isWhitespace(c)) {
                return c == '<' ? XML : JSON;
            }
        }
        return JSON;
    }

    /** json or xml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type of such a document, in UTF-8. */
    public String mediaType() {
        return "application/" + word();
    }
}
