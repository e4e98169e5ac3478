package dev.serai.transform.headers;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of header fields in any letter case.
 *
 * @param whole names in lower-case
 * @param beginnings of names in lower-case
 */
record HeaderNames(Set<String> whole, List<String> beginnings) {

    /** Names; one that ends with an asterisk stands for all that begin so. */
    static HeaderNames of(List<String> names) {
        return new HeaderNames(
                names.stream()
                        .filter(name -> !name.endsWith("*"))
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                names.stream()
                        .filter(name -> name.endsWith("*"))
                        .map(name -> name.substring(0, name.length() - 1).toLowerCase(Locale.ROOT))
                        .toList());
    }

    boolean contains(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return whole.contains(lower) || beginnings.stream().anyMatch(lower::startsWith);
    }
}
