package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.screening.RuleBook;

/** Reads the rule files, runs their tests, and finds rules that a strategy names but nobody wrote. */
final class ScreeningCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        RuleBook rules = RuleBook.load(generation.screening());
        problems.addAll(rules.problems());
        problems.addAll(rules.failedTests());
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("screen-action"))
                .forEach(step -> selection(step, rules, problems));
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
