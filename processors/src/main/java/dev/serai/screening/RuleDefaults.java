package dev.serai.screening;

import dev.serai.files.YamlReader;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules of a file share unless they say otherwise.
 *
 * @param parts empty when none are named
 */
record RuleDefaults(
        List<Part> parts, Match match, AddressMatch addressMatch, Relation relation, List<String> languages) {
    static final RuleDefaults SHIPPED =
            new RuleDefaults(List.of(), Match.EACH, AddressMatch.SUBSTRING, Relation.AND, List.of());

    /** These defaults, changed by the keys of a map. */
    RuleDefaults with(YamlReader keys) {
        List<Part> read = parts(keys);
        List<String> spoken = keys.texts("languages");
        return new RuleDefaults(
                read.isEmpty() ? parts : read,
                keys.choice("match", Match.class).orElse(match),
                keys.choice("addressMatch", AddressMatch.class).orElse(addressMatch),
                keys.choice("relation", Relation.class).orElse(relation),
                spoken.isEmpty() ? languages : spoken);
    }

    private static List<Part> parts(YamlReader keys) {
        List<Part> parts = new ArrayList<>();
        for (String text : keys.texts("in")) {
            try {
                parts.add(Part.of(text));
            } catch (IllegalArgumentException e) {
                keys.error("in", "'in': " + e.getMessage());
            }
        }
        return parts;
    }
}
