package dev.serai.category;

import dev.serai.files.Place;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One entry of a set: what must hold for an interaction to be of a category.
 *
 * @param name such as {@code billing/refund}; several entries may have the same
 * @param rules rules or rule groups, one of which must have matched; empty = whatever matched
 * @param when a Simple predicate that must hold
 */
public record Category(String name, List<String> rules, Optional<String> when, Place place) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    public Category {
        rules = List.copyOf(rules);
    }

    /**
     * The same text when it is a category's name.
     *
     * @throws IllegalArgumentException saying what one looks like
     */
    public static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no category; expected 1 to 64 letters, digits, dots, slashes, hyphens or underscores");
        }
        return text;
    }

    boolean holds(Collection<String> matched, Predicate<String> simple) {
        return (rules.isEmpty() || because(matched).isPresent())
                && when.map(simple::test).orElse(true);
    }

    /** The matched rule that speaks for it. */
    Optional<String> because(Collection<String> matched) {
        return matched.stream()
                .filter(rule -> rules.contains(rule) || rules.contains(rule.replaceFirst("/.*", "")))
                .findFirst();
    }
}
