package dev.serai.screening;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one rule found.
 *
 * @param rule {@code group/name}
 * @param values captured texts by {@code ScrKey_<key>}; empty unless the rule matched
 */
public record RuleResult(String rule, boolean matched, Map<String, String> values) {

    public RuleResult {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The group that the rule is of. */
    public String group() {
        return rule.substring(0, Math.max(0, rule.indexOf('/')));
    }

    static RuleResult unmatched(RuleId id) {
        return new RuleResult(id.toString(), false, Map.of());
    }
}
