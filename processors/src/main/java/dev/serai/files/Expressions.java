package dev.serai.files;

import java.util.Optional;

/** Finds the expression of a step in the forms that the YAML DSL allows. */
public final class Expressions {
    /**
     * An expression as it stands in a file.
     *
     * @param language simple, constant, jsonpath …
     * @param text the expression
     * @param place where it stands
     */
    public record Found(String language, String text, Place place) {}

    private Expressions() {}

    /** The expression among a step's keys: {@code expression: {simple: {expression: …}}} or {@code simple: …}. */
    public static Optional<Found> of(YamlMap body) {
        YamlMap holder = body.map("expression").orElse(body);
        return holder.entries().stream()
                .filter(entry -> isLanguage(entry.name()))
                .findFirst()
                .flatMap(Expressions::found);
    }

    private static Optional<Found> found(YamlMap.Entry entry) {
        if (entry.value() instanceof YamlMap map) {
            return map.get("expression")
                    .filter(YamlScalar.class::isInstance)
                    .map(YamlScalar.class::cast)
                    .map(text -> new Found(entry.name(), text.text(), text.place()));
        }
        return entry.value() instanceof YamlScalar scalar
                ? Optional.of(new Found(entry.name(), scalar.text(), scalar.place()))
                : Optional.empty();
    }

    private static boolean isLanguage(String key) {
        return switch (key) {
            case "simple",
                    "constant",
                    "jsonpath",
                    "jq",
                    "xpath",
                    "groovy",
                    "header",
                    "variable",
                    "exchangeProperty",
                    "method",
                    "ref",
                    "tokenize",
                    "csimple",
                    "datasonnet",
                    "mvel",
                    "ognl",
                    "spel",
                    "xquery",
                    "language" -> true;
            default -> false;
        };
    }
}
