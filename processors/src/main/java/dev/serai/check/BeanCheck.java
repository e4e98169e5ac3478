package dev.serai.check;

import dev.serai.files.Generation;
import dev.serai.files.Nearest;
import dev.serai.files.Problems;
import dev.serai.files.StepDefinition;
import dev.serai.strategy.DecisionCodes;

/** Makes the decision code of each step: a class that is not there, or that refuses its config, shows here. */
final class BeanCheck implements Check {
    @Override
    public void check(Generation generation, Problems problems) {
        DecisionCodes codes = new DecisionCodes(getClass().getClassLoader());
        generation.steps().values().stream()
                .filter(step -> step.kamelet().equals("bean-action"))
                .filter(step -> step.find("class").isPresent())
                .filter(step -> !OutsideCheck.isOpen(step.get("class")))
                .forEach(step -> make(step, codes, problems));
    }

    private static void make(StepDefinition step, DecisionCodes codes, Problems problems) {
        try {
            codes.of(step);
        } catch (DecisionCodes.Missing missing) {
            ActionCheck.error(
                    step,
                    "class",
                    missing.getMessage() + Nearest.hint(step.get("class"), LibClasses.names()),
                    problems);
        } catch (IllegalArgumentException wrong) {
            String key = step.find("config").isPresent() ? "config" : "class";
            ActionCheck.error(step, key, String.valueOf(wrong.getMessage()), problems);
        }
    }
}
