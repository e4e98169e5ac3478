package dev.serai.scaffold;

import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.files.Names;
import dev.serai.screening.Expression;
import dev.serai.screening.ExpressionException;
import dev.serai.screening.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A screening rule: added to its group, or the first of a new one.
 *
 * @param group the file's name
 * @param pattern its expression; without one an example
 */
public record RuleDraft(String group, String rule, Optional<String> pattern) {
    /** @throws IllegalArgumentException when a name is none, or the pattern does not compile */
    public RuleDraft {
        Names.check(group);
        Names.check(rule);
        pattern.ifPresent(RuleDraft::compiles);
    }

    /**
     * A rule by its full name.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static RuleDraft of(String name, Optional<String> pattern) {
        String[] parts = name.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a rule; expected group/name, such as billing/refund");
        }
        return new RuleDraft(parts[0], parts[1], pattern);
    }

    /**
     * The whole file, with the rule at its end.
     *
     * @throws IllegalArgumentException when there is such a rule already
     */
    public Draft draft(Home home, Generation generation) {
        String path = path();
        boolean there = RuleBook.load(generation.screening())
                .unknown(group + "/" + rule)
                .isEmpty();
        if (there) {
            throw new IllegalArgumentException("rule '" + group + "/" + rule + "' is there already, in " + path);
        }
        String text = generation
                .files()
                .text(path)
                .map(before -> ListEnd.append(path, before, "rules", lines()))
                .orElseGet(() -> first(home));
        return Draft.of(
                new Draft.File(path, text),
                List.of(
                        pattern.isPresent() ? "add tests: of a rule" : "pattern and tests are examples",
                        "a strategy sees it after screen-action: ${variable.rules} contains '" + group + "/" + rule
                                + "'"),
                List.of("check", "screen --rules " + home.resolve(path) + " --eml samples/question.eml"));
    }

    /** Where it stands. */
    public String path() {
        return "config/screening/" + group + ".yaml";
    }

    private String first(Home home) {
        StringBuilder text = new StringBuilder(SchemaLine.of(Format.SCREENING, home)).append("""
                # A group of rules; list order is their order. The language of patterns: docs/reference/screening.md
                description: Rules of %s.
                defaults: {in: [subject, body], match: any}
                rules:
                """.formatted(group));
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? "  - " : "    ").append(lines.get(i)).append('\n');
        }
        return text.toString();
    }

    private List<String> lines() {
        String words = rule.replace('-', ' ');
        List<String> lines = new ArrayList<>();
        lines.add("name: " + Yaml.text(rule));
        lines.add("description: Speaks of " + words + ".");
        lines.add("match: any");
        lines.add("pattern: '" + pattern.orElse("Find(\"" + words + "\")").replace("'", "''") + "'");
        if (pattern.isEmpty()) {
            lines.add("tests:");
            lines.add("  - {subject: \"A question on " + words + "\", matched: true}");
            lines.add("  - {subject: \"Something else\", matched: false}");
        }
        return lines;
    }

    private static void compiles(String pattern) {
        try {
            Expression.parse(pattern);
        } catch (ExpressionException e) {
            throw new IllegalArgumentException("--pattern: " + e.getMessage(), e);
        }
    }
}
