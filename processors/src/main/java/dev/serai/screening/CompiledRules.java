package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** All rules of a book, compiled into one index, and the selections of them that were asked for. Serves all threads. */
final class CompiledRules {
    /** Selections that are kept; strategies name them, so there are few. */
    private static final int MOST_KEPT = 256;

    private final Index index;
    private final Map<String, List<CompiledRule>> byName = new TreeMap<>();
    private final List<CompiledRule> all = new ArrayList<>();
    private final Map<List<String>, Selection> selections = new ConcurrentHashMap<>();

    CompiledRules(List<RuleFile> files) {
        Index.Builder builder = Index.builder();
        for (RuleFile file : files) {
            List<CompiledRule> group = file.rules().stream()
                    .map(rule -> CompiledRule.of(rule, builder))
                    .toList();
            all.addAll(group);
            byName.put(file.name(), group);
            group.forEach(rule -> byName.put(rule.rule().id().toString(), List.of(rule)));
        }
        index = builder.build();
    }

    /** The groups and rules by name. */
    Map<String, List<CompiledRule>> byName() {
        return byName;
    }

    /**
     * Evaluates rules.
     *
     * @param names known ones, in the order wanted; none for all rules
     */
    ScreeningResult screen(List<String> names, ScreeningInput input, boolean stopAtFirst) {
        Contents contents = new Contents(input, Optional.of(index));
        List<RuleResult> results = selection(names).screen(contents, stopAtFirst);
        return new ScreeningResult(results, contents.warnings());
    }

    private Selection selection(List<String> names) {
        Selection known = selections.get(names);
        if (known != null) {
            return known;
        }
        Selection selection = new Selection(names.isEmpty() ? all : selected(names));
        if (selections.size() < MOST_KEPT) {
            selections.put(List.copyOf(names), selection);
        }
        return selection;
    }

    private List<CompiledRule> selected(List<String> names) {
        Map<RuleId, CompiledRule> selected = new LinkedHashMap<>();
        for (String name : names) {
            byName.getOrDefault(name, List.of())
                    .forEach(rule -> selected.putIfAbsent(rule.rule().id(), rule));
        }
        return List.copyOf(selected.values());
    }
}
