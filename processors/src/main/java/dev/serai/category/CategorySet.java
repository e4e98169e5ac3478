package dev.serai.category;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A file {@code config/categories/<name>.yaml}.
 *
 * @param categories in the order in which they are tried
 * @param otherwise where none holds; empty = the category stays as it is
 */
public record CategorySet(String name, List<Category> categories, Optional<String> otherwise) {
    public CategorySet {
        categories = List.copyOf(categories);
    }

    /**
     * A category with its reason.
     *
     * @param because in words
     */
    public record Choice(String category, String because) {}

    /**
     * The first that holds.
     *
     * @param matched rules that matched, as {@code group/name}
     * @param simple evaluates a Simple predicate on the interaction
     */
    public Optional<Choice> choose(Collection<String> matched, Predicate<String> simple) {
        return categories.stream()
                .filter(category -> category.holds(matched, simple))
                .findFirst()
                .map(category -> new Choice(category.name(), because(category, matched)))
                .or(() -> otherwise.map(name -> new Choice(name, "no other category of " + this.name + " holds")));
    }

    private static String because(Category category, Collection<String> matched) {
        String rule = category.because(matched)
                .map(found -> "rule " + found + " matched")
                .orElse("");
        String when = category.when().orElse("");
        if (rule.isEmpty() && when.isEmpty()) {
            return category.place().toString();
        }
        return rule.isEmpty() || when.isEmpty() ? rule + when : rule + " and " + when;
    }
}
