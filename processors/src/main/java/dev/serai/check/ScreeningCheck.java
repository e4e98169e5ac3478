package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlScalar;
import dev.serai.screening.RuleBook;
import java.util.regex.Pattern;

/** Reads the rule files, runs their tests, and finds rules that a strategy names but nobody wrote. */
final class ScreeningCheck implements Check {
    private static final Pattern ASKED = Pattern.compile("\\$\\{variable\\.rules} contains '([a-z0-9-]+/[a-z0-9-]+)'");

    @Override
    public void check(Generation generation, Problems problems) {
        RuleBook rules = RuleBook.load(generation.screening());
        problems.addAll(rules.problems());
        problems.addAll(rules.failedTests());
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("screen-action"))
                .forEach(step -> selection(step, rules, problems));
        StrategyCheck.strategies(generation)
                .forEach(strategy -> strategy.yaml().root().ifPresent(root -> asked(root, rules, problems)));
    }

    /** A choice that asks for a rule which nobody wrote is never taken. */
    private static void asked(YamlNode root, RuleBook rules, Problems problems) {
        YamlTree.walk(
                "",
                root,
                (key, map) -> map.get("expression").ifPresent(node -> {
                    if (node instanceof YamlScalar scalar) {
                        ASKED.matcher(scalar.text())
                                .results()
                                .forEach(found -> rules.unknown(found.group(1))
                                        .ifPresent(reason -> problems.warning(
                                                scalar.place(), "expression '" + scalar.text() + "': " + reason)));
                    }
                }));
    }

    private static void selection(StepDefinition step, RuleBook rules, Problems problems) {
        for (String name : step.find("rules").orElse("").split(",", -1)) {
            String selected = name.strip();
            if (!selected.isEmpty() && !selected.contains("{{")) {
                rules.unknown(selected)
                        .ifPresent(reason ->
                                problems.error(step.places().of("rules"), "step '" + step.id() + "': " + reason));
            }
        }
    }
}
