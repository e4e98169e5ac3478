package dev.serai.screening;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules evaluated one by one, without the index: what the engine must agree with, and is compared to. */
public final class OneByOne {
    private final List<Rule> rules;

    /** @param texts as those of {@link RuleBook#load} */
    public OneByOne(Map<String, String> texts) {
        this(new TreeMap<>(texts)
                .entrySet().stream()
                        .flatMap(file -> RuleFile.read(file.getKey(), file.getValue()).rules().stream())
                        .toList());
    }

    OneByOne(List<Rule> rules) {
        this.rules = rules;
    }

    public ScreeningResult screen(ScreeningInput input) {
        Contents contents = new Contents(input);
        return new ScreeningResult(
                rules.stream().map(rule -> rule.evaluate(contents)).toList(), contents.warnings());
    }
}
