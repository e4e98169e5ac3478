package dev.serai.screening;

import dev.serai.files.Nearest;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.interaction.TenantName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All screening rules of one generation, compiled. Immutable; one instance serves all threads. */
public final class RuleBook {
    private final List<RuleFile> files;
    private final List<Rule> rules;
    private final CompiledRules compiled;
    private final List<Problem> problems;

    private RuleBook(List<RuleFile> files, List<Problem> problems) {
        this.files = List.copyOf(files);
        this.problems = problems;
        this.rules = files.stream().flatMap(file -> file.rules().stream()).toList();
        this.compiled = new CompiledRules(files);
    }

    /**
     * Reads rule files; never throws for what stands in them: a rule that cannot be used is left out and named in
     * {@link #problems()}.
     *
     * @param texts content by path; the file's name up to its first dot is the group
     */
    public static RuleBook load(Map<String, String> texts) {
        Map<String, RuleFile> files = new LinkedHashMap<>();
        Problems problems = new Problems();
        new TreeMap<>(texts).forEach((path, text) -> {
            RuleFile file = RuleFile.read(path, text);
            problems.addAll(file.problems());
            RuleFile first = files.putIfAbsent(file.name(), file);
            if (first != null) {
                problems.error(Place.of(path), "rule group '" + file.name() + "' is already in " + first.path());
            }
        });
        return new RuleBook(List.copyOf(files.values()), problems.list());
    }

    /** What is wrong with the files themselves; the tests in them are not run. */
    public List<Problem> problems() {
        return problems;
    }

    /** Runs the tests that stand beside the enabled rules; a failed one is a problem. */
    public List<Problem> failedTests() {
        List<Problem> failed = new ArrayList<>();
        rules.stream()
                .filter(Rule::enabled)
                .forEach(rule -> rule.tests().forEach(test -> test.run(rule).ifPresent(failed::add)));
        return failed;
    }

    /** The groups by name. */
    public List<RuleGroup> groups() {
        return files.stream().map(RuleFile::summary).toList();
    }

    /** Why a {@code group} or {@code group/rule} of a selection is none of this book; empty when it is one. */
    public Optional<String> unknown(String selected) {
        return compiled.byName().containsKey(selected)
                ? Optional.empty()
                : Optional.of("there is no rule group or rule '" + selected + "'"
                        + Nearest.hint(selected, compiled.byName().keySet()));
    }

    /**
     * Evaluates rules on an input.
     *
     * @param selection groups and {@code group/rule}s in the order wanted; empty for all rules
     * @param stopAtFirst whether the rules behind the first match are left out
     * @throws IllegalArgumentException when a name of the selection is {@link #unknown}
     */
    public ScreeningResult screen(List<String> selection, ScreeningInput input, boolean stopAtFirst) {
        requireKnown(selection);
        return compiled.screen(selection, input, stopAtFirst);
    }

    /** The same for an interaction of a tenant: the rules of others are left out. */
    public ScreeningResult screen(
            List<String> selection, ScreeningInput input, boolean stopAtFirst, TenantName tenant) {
        requireKnown(selection);
        return compiled.screen(selection, input, stopAtFirst, tenant);
    }

    /** How many rules of a selection are of other tenants. */
    public int foreign(List<String> selection, TenantName tenant) {
        return compiled.foreign(selection, tenant);
    }

    private void requireKnown(List<String> selection) {
        selection.stream()
                .map(this::unknown)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason);
                });
    }
}
