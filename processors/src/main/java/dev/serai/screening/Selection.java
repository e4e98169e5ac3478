package dev.serai.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Some rules in the order wanted, with what has to occur for each to be worth evaluating. Serves all threads.
 */
final class Selection {
    private final List<CompiledRule> rules;
    private final RuleResult[] unmatched;
    private final Set<Part> parts = new LinkedHashSet<>();
    /** Places of the rules that are evaluated whatever occurs. */
    private final BitSet always = new BitSet();
    /** Places of the rules that an occurrence of a literal, by its number, makes worth evaluating. */
    private final List<List<Integer>> byLiteral = new ArrayList<>();

    Selection(List<CompiledRule> rules) {
        this.rules = List.copyOf(rules);
        this.unmatched = rules.stream().map(CompiledRule::unmatched).toArray(RuleResult[]::new);
        for (int place = 0; place < rules.size(); place++) {
            if (rules.get(place).rule().enabled()) {
                rules.get(place).rule().pattern().map(PatternCondition::mayRead).ifPresent(parts::addAll);
                add(place, rules.get(place).needs());
            }
        }
    }

    private void add(int place, Optional<Needs> needs) {
        if (needs.isEmpty()) {
            always.set(place);
            return;
        }
        for (int literal : needs.get().literals()) {
            while (byLiteral.size() <= literal) {
                byLiteral.add(new ArrayList<>(1));
            }
            byLiteral.get(literal).add(place);
        }
    }

    /** One result a rule, up to the first match when asked. */
    List<RuleResult> screen(Contents contents, boolean stopAtFirst) {
        BitSet candidates = candidates(contents);
        RuleResult[] results = unmatched.clone();
        for (int place = candidates.nextSetBit(0); place >= 0; place = candidates.nextSetBit(place + 1)) {
            results[place] = rules.get(place).rule().evaluate(contents);
            if (stopAtFirst && results[place].matched()) {
                return List.of(Arrays.copyOf(results, place + 1));
            }
        }
        return List.of(results);
    }

    private BitSet candidates(Contents contents) {
        BitSet candidates = (BitSet) always.clone();
        for (Part part : parts) {
            if (part.in(contents.input()) != null) {
                contents.of(part).scan().literals().stream()
                        .filter(literal -> literal < byLiteral.size())
                        .forEach(literal -> byLiteral.get(literal).forEach(candidates::set));
            }
        }
        return candidates;
    }
}
