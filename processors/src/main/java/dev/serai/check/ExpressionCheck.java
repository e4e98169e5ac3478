package dev.serai.check;

import dev.serai.files.Expressions;
import dev.serai.files.Generation;
import dev.serai.files.Place;
import dev.serai.files.Problems;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses the Simple expressions of all routes, and demands an expression where a step cannot do without. */
final class ExpressionCheck implements Check {
    private static final Set<String> PREDICATES = Set.of("when", "filter", "validate");
    /** The parameters of actions in which expressions are evaluated. */
    private static final Map<String, List<String>> EVALUATED = Map.of(
            "attach-action", List.of("value"),
            "forward-action", List.of("to", "text"),
            "notify-action", List.of("to", "subject", "text"),
            "redirect-action", List.of("to"),
            "wait-action", List.of("for", "until"));
    /** A group that is repeated and has a repetition inside. */
    private static final Pattern BACKTRACKS = Pattern.compile("\\bregex\\s+['\"].*\\([^()]*[+*}][^()]*\\)[+*{]");

    private final Catalog catalog;

    ExpressionCheck(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public void check(Generation generation, Problems problems) {
        YamlTree.ofRoutes(generation, (key, map) -> {
            if (key.equals("log") && map.get("message").orElse(null) instanceof YamlScalar message) {
                simple(message.text(), false, message.place(), problems);
            } else if (PREDICATES.contains(key)) {
                predicate(key, map, problems);
            } else if (!key.equals("expression") && !key.equals("simple")) {
                Expressions.of(map)
                        .filter(found -> found.language().equals("simple"))
                        .ifPresent(found -> simple(found.text(), false, found.place(), problems));
            }
        });
        generation
                .steps()
                .values()
                .forEach(step -> EVALUATED
                        .getOrDefault(step.kamelet(), List.of())
                        .forEach(name -> step.find(name)
                                .filter(text -> text.contains("${"))
                                .ifPresent(text ->
                                        simple(text, false, step.places().of(name), problems))));
    }

    private void predicate(String key, YamlMap map, Problems problems) {
        Expressions.of(map)
                .ifPresentOrElse(
                        found -> {
                            if (found.language().equals("simple")) {
                                simple(found.text(), true, found.place(), problems);
                            }
                        },
                        () -> problems.error(
                                map.place(),
                                "'" + key + "' has no expression; expected expression: {simple: {expression: …}}"));
    }

    private void simple(String text, boolean predicate, Place place, Problems problems) {
        if (BACKTRACKS.matcher(text).find()) {
            problems.warning(
                    place,
                    "Simple's 'regex' backtracks: with a repetition inside a repetition a mail can make it run for years;"
                            + " expected a rule with RegExFind, which takes linear time");
        }
        catalog.simple(text, predicate)
                .ifPresent(
                        reason -> problems.error(place, "Simple expression '" + text + "' does not parse: " + reason));
    }
}
