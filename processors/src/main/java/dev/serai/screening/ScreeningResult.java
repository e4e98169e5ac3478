package dev.serai.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a screening run found.
 *
 * @param rules one result for every rule asked for, in their order, up to the first match with {@code stopAtFirst}
 * @param warnings what the reader should know, for instance that a part was cut
 */
public record ScreeningResult(List<RuleResult> rules, List<String> warnings) {

    public ScreeningResult {
        rules = List.copyOf(rules);
        warnings = List.copyOf(warnings);
    }

    /** Whether any rule matched. */
    public boolean matched() {
        return rules.stream().anyMatch(RuleResult::matched);
    }

    /** The rules that matched, as {@code group/name}, in their order. */
    public List<String> matchedRules() {
        return rules.stream().filter(RuleResult::matched).map(RuleResult::rule).toList();
    }

    /** The values of all rules that matched; where two captured the same key, the first rule wins. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        rules.forEach(rule -> rule.values().forEach(values::putIfAbsent));
        return values;
    }
}
