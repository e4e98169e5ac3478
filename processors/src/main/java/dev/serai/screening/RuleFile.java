package dev.serai.screening;

import dev.serai.files.Names;
import dev.serai.files.Place;
import dev.serai.files.Problem;
import dev.serai.files.Problems;
import dev.serai.files.YamlFile;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlNode;
import dev.serai.files.YamlReader;
import dev.serai.interaction.TenantName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One file of {@code config/screening/}, read.
 *
 * @param name the group
 * @param tenant whose interactions alone they are for; empty = all tenants'
 * @param rules those that can be used, in their order
 * @param problems what is wrong with the others
 */
record RuleFile(
        String name,
        String path,
        String description,
        Optional<TenantName> tenant,
        List<Rule> rules,
        List<Problem> problems) {
    private static final String FOLDER = "config/screening/";

    static final String EATEN =
            "in double quotes YAML reads the backslashes itself; write the pattern in single quotes";

    RuleFile {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    static RuleFile read(String path, String text) {
        String name = stem(path);
        Problems problems = new Problems();
        if (path.startsWith(FOLDER) && !Names.isName(name)) {
            problems.error(
                    Place.of(path), "the file's name '" + name + "' must be lower-case kebab: it is the group's");
        }
        YamlFile file = YamlFile.parse(path, text);
        List<Rule> rules = new ArrayList<>();
        Optional<YamlMap> map = file.map(problems);
        Optional<TenantName> tenant = map.flatMap(found -> contents(name, found, rules, problems));
        return new RuleFile(
                name,
                path,
                map.flatMap(found -> found.text("description")).orElse(""),
                tenant,
                rules,
                problems.list().stream().map(RuleFile::explained).toList());
    }

    RuleGroup summary() {
        return new RuleGroup(
                name,
                path,
                description,
                tenant,
                rules.stream()
                        .map(rule -> new RuleSummary(
                                rule.id().toString(),
                                rule.pattern()
                                        .map(pattern -> pattern.expression().source())
                                        .orElse(""),
                                rule.enabled(),
                                rule.tests().size()))
                        .toList());
    }

    private static Optional<TenantName> contents(String group, YamlMap map, List<Rule> rules, Problems problems) {
        YamlReader keys = new YamlReader(map, problems);
        keys.text("description");
        Optional<TenantName> tenant = keys.tenant("tenant");
        RuleDefaults defaults = keys.reader("defaults")
                .map(reader -> {
                    RuleDefaults own = RuleDefaults.SHIPPED.with(reader);
                    reader.rejectUnknown();
                    return own;
                })
                .orElse(RuleDefaults.SHIPPED);
        RuleReader reader = new RuleReader(group, defaults, problems);
        Map<String, Place> seen = new LinkedHashMap<>();
        for (YamlNode node : keys.list("rules")) {
            if (!(node instanceof YamlMap rule)) {
                problems.error(node.place(), "a rule must be keys with values, found " + node.kind());
            } else if (isNew(rule, seen, problems)) {
                reader.read(rule).ifPresent(rules::add);
            }
        }
        if (!keys.has("rules")) {
            problems.error(map.place(), "'rules' is missing; it must be a list of rules");
        }
        keys.rejectUnknown();
        return tenant;
    }

    private static boolean isNew(YamlMap rule, Map<String, Place> seen, Problems problems) {
        String name = rule.text("name").orElse("");
        Place first = name.isEmpty() ? null : seen.putIfAbsent(name, rule.placeOf("name"));
        if (first != null) {
            problems.error(rule.placeOf("name"), "rule '" + name + "' stands twice, first on line " + first.line());
        }
        return first == null;
    }

    /** What YAML says of a backslash in double quotes, with what to do about it. */
    private static Problem explained(Problem problem) {
        boolean eaten = problem.reason().contains("unknown escape character");
        return eaten
                ? new Problem(problem.file(), problem.line(), problem.reason() + "; " + EATEN, problem.severity())
                : problem;
    }

    private static String stem(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }
}
