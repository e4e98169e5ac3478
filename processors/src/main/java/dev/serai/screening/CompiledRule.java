package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.Optional;

/**
 * A rule whose calls the index knows.
 *
 * @param needs what has to occur for it to match; empty when it may match without
 * @param unmatched the result when it does not
 */
record CompiledRule(Rule rule, Optional<Needs> needs, RuleResult unmatched) {

    static CompiledRule of(Rule rule, Index.Builder index) {
        Rule indexed = rule.enabled() ? rule.indexed(index) : rule;
        return new CompiledRule(indexed, needs(indexed, index), RuleResult.unmatched(rule.id()));
    }

    private static Optional<Needs> needs(Rule rule, Index.Builder index) {
        boolean addressIsEnough = rule.addresses().isPresent() && rule.relation() == Relation.OR;
        return addressIsEnough
                ? Optional.empty()
                : rule.pattern().flatMap(pattern -> pattern.expression().needs(index));
    }
}
