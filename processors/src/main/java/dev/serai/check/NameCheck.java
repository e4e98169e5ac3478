package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.RouteFile;
import dev.serai.files.YamlList;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds fields of the interaction, and variables, that the expressions of a strategy name but nothing has. */
final class NameCheck implements Check {
    private static final Pattern BODY = Pattern.compile("\\$\\{body(\\??\\.[^}\\[ ]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{variable\\.([A-Za-z][\\w-]*)");
    /** What the shipped actions set; docs/reference/strategies.md says when. */
    private static final Set<String> VARIABLES =
            Set.of("rules", "findings", "hours", "nextOpening", "holiday", "found", "away", "response", "forwarded");
    /** After them the body is something else. */
    private static final Set<String> CHANGING = Set.of(
            "setBody",
            "transform",
            "convertBodyTo",
            "marshal",
            "unmarshal",
            "enrich",
            "pollEnrich",
            "split",
            "removeBody");

    @Override
    public void check(Generation generation, Problems problems) {
        for (RouteFile strategy : StrategyCheck.strategies(generation)) {
            strategy.yaml().root().ifPresent(root -> strategy(root, strategy.id(), generation, problems));
        }
    }

    private static void strategy(YamlNode root, String id, Generation generation, Problems problems) {
        Set<String> variables = new TreeSet<>(VARIABLES);
        boolean[] hidden = {false, false};
        YamlTree.walk("", root, (key, map) -> {
            hidden[0] |= CHANGING.contains(key);
            hidden[1] |= Steps.isBlind(key, map) || key.equals("script");
            if (key.equals("setVariable") || key.equals("setVariables")) {
                map.text("name").ifPresent(variables::add);
                hidden[1] |= key.equals("setVariables");
            }
            map.text("variableReceive").ifPresent(variables::add);
        });
        generation.steps().values().stream()
                .filter(step -> step.key().startsWith(id + "/"))
                .map(step -> step.find("into"))
                .forEach(into -> into.ifPresent(variables::add));
        boolean ownKamelets = generation.kamelets().values().stream()
                .anyMatch(kamelet -> !kamelet.isExact() && calls(root, kamelet.name()));
        walk(root, scalar -> {
            if (!hidden[0]) {
                body(scalar, problems);
            }
            if (!hidden[1] && !ownKamelets) {
                variable(scalar, variables, problems);
            }
        });
    }

    private static boolean calls(YamlNode root, String kamelet) {
        boolean[] found = {false};
        YamlTree.walk(
                "", root, (key, map) -> found[0] |= map.text("uri").orElse("").startsWith("kamelet:" + kamelet));
        return found[0];
    }

    private static void body(YamlScalar scalar, Problems problems) {
        Matcher matcher = BODY.matcher(scalar.text());
        while (matcher.find()) {
            BodyPath.problem(matcher.group(1))
                    .ifPresent(
                            reason -> problems.error(scalar.place(), "expression '" + scalar.text() + "': " + reason));
        }
    }

    private static void variable(YamlScalar scalar, Set<String> variables, Problems problems) {
        Matcher matcher = VARIABLE.matcher(scalar.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!variables.contains(name)) {
                problems.error(
                        scalar.place(),
                        "expression '" + scalar.text() + "': nothing sets the variable '" + name + "'"
                                + Nearest.hint(name, variables));
            }
        }
    }

    private interface Scalars {
        void take(YamlScalar scalar);
    }

    private static void walk(YamlNode node, Scalars to) {
        if (node instanceof YamlScalar scalar) {
            to.take(scalar);
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> walk(item, to));
        } else if (node instanceof YamlMap map) {
            map.entries().stream()
                    .filter(entry -> !Set.of("description", "note").contains(entry.name()))
                    .forEach(entry -> walk(entry.value(), to));
        }
    }
}
