package dev.serai.operation;

import java.util.List;
import java.util.Locale;

/** The words that a submit may use for what it is. */
final class SubmitWords {
    private static final List<String> TYPES = List.of("Inbound", "Outbound", "Internal");

    private SubmitWords() {}

    static String mediaType(String word) {
        return require(word, "[a-z][a-z0-9-]{0,63}", "a media type in lower case, like email or workitem");
    }

    static String type(String word) {
        if (TYPES.contains(word)) {
            return word;
        }
        throw new IllegalArgumentException("'" + word + "' is no type; expected one of " + String.join(", ", TYPES));
    }

    static String subtype(String word) {
        return require(word, "[A-Z][A-Za-z0-9]{0,63}", "a subtype, like InboundNew");
    }

    static String language(String tag) {
        String known = Locale.forLanguageTag(tag.replace('_', '-')).toLanguageTag();
        if (!known.matches("(?!und)[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*")) {
            throw new IllegalArgumentException(
                    "'" + tag + "' is no language tag (BCP 47); expected one like de or pt-BR");
        }
        return known;
    }

    private static String require(String word, String form, String expected) {
        if (word.matches(form)) {
            return word;
        }
        throw new IllegalArgumentException("'" + word + "' is not " + expected);
    }
}
