package dev.serai.access.jwt;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in the claims of a token (RFC 7519 section 4) something stands: a claim, or a path with dots into nested ones.
 * Dots may also be part of a name, as in {@code https://hub.example.com/roles}: the longest name that is there counts.
 */
record ClaimPath(String text) {

    /** What stands there; null for nothing. */
    @Nullable
    Object in(Map<?, ?> claims) {
        return find(claims, text);
    }

    private static @Nullable Object find(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                return find(inner, path.substring(dot + 1));
            }
        }
        return null;
    }

    /** The one text that stands there, alone or as the only one of a list; empty when there is none, or something else. */
    Optional<String> word(Map<?, ?> claims) {
        Object value = in(claims);
        Object only = value instanceof List<?> list && list.size() == 1 ? list.get(0) : value;
        return only instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** The texts of a list, or the words of a text as in {@code scope} (RFC 8693 section 4.2); what is no text is left out. */
    List<String> words(Map<?, ?> claims) {
        Object value = in(claims);
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(one -> Objects.requireNonNull((String) one))
                    .toList();
        }
        return value instanceof String text
                ? Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList()
                : List.of();
    }
}
