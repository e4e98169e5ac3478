package dev.serai.screening;

import dev.serai.interaction.TenantName;
import dev.serai.screening.engine.Index;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All rules of a book, compiled into one index, and the selections of them that were asked for. Serves all threads. */
final class CompiledRules {
    /** Selections that are kept; strategies name them, so there are few. */
    private static final int MOST_KEPT = 256;

    private final Index index;
    private final Map<String, List<CompiledRule>> byName = new TreeMap<>();
    private final List<CompiledRule> all = new ArrayList<>();
    /** Whose groups are, of those that are not shared. */
    private final Map<String, TenantName> owners = new HashMap<>();

    private final Map<Wanted, Selection> selections = new ConcurrentHashMap<>();

    /** @param tenant whose rules and the shared ones; null for all rules, whosesoever */
    private record Wanted(List<String> names, @Nullable TenantName tenant) {}

    CompiledRules(List<RuleFile> files) {
        Index.Builder builder = Index.builder();
        for (RuleFile file : files) {
            List<CompiledRule> group = file.rules().stream()
                    .map(rule -> CompiledRule.of(rule, builder))
                    .toList();
            all.addAll(group);
            file.tenant().ifPresent(tenant -> owners.put(file.name(), tenant));
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
        return screen(new Wanted(names, null), input, stopAtFirst);
    }

    /** The same without the rules of other tenants. */
    ScreeningResult screen(List<String> names, ScreeningInput input, boolean stopAtFirst, TenantName tenant) {
        return screen(new Wanted(names, owners.isEmpty() ? null : tenant), input, stopAtFirst);
    }

    /** How many of them are of other tenants. */
    int foreign(List<String> names, TenantName tenant) {
        return owners.isEmpty()
                ? 0
                : (int) rules(names).stream()
                        .filter(rule -> !isOpen(rule, tenant))
                        .count();
    }

    private ScreeningResult screen(Wanted wanted, ScreeningInput input, boolean stopAtFirst) {
        Contents contents = new Contents(input, Optional.of(index));
        List<RuleResult> results = selection(wanted).screen(contents, stopAtFirst);
        return new ScreeningResult(results, contents.warnings());
    }

    private Selection selection(Wanted wanted) {
        Selection known = selections.get(wanted);
        if (known != null) {
            return known;
        }
        TenantName tenant = wanted.tenant();
        List<CompiledRule> rules = rules(wanted.names());
        Selection selection = new Selection(
                tenant == null
                        ? rules
                        : rules.stream().filter(rule -> isOpen(rule, tenant)).toList());
        if (selections.size() < MOST_KEPT) {
            selections.put(new Wanted(List.copyOf(wanted.names()), tenant), selection);
        }
        return selection;
    }

    private boolean isOpen(CompiledRule rule, TenantName tenant) {
        return tenant.equals(owners.getOrDefault(rule.rule().id().group(), tenant));
    }

    private List<CompiledRule> rules(List<String> names) {
        return names.isEmpty() ? all : selected(names);
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
