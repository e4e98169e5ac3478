package dev.serai.screening;

import dev.serai.files.Problems;
import dev.serai.files.YamlMap;
import dev.serai.files.YamlReader;
import java.util.List;
import java.util.Optional;

/** Reads one rule of a file. */
final class RuleReader {
    private static final int MAX_NAME = 100;

    private final String group;
    private final RuleDefaults defaults;
    private final Problems problems;

    RuleReader(String group, RuleDefaults defaults, Problems problems) {
        this.group = group;
        this.defaults = defaults;
        this.problems = problems;
    }

    /** The rule; empty when it cannot be used, which is among the problems then. */
    Optional<Rule> read(YamlMap map) {
        Problems own = new Problems();
        YamlReader keys = new YamlReader(map, own);
        Optional<Rule> rule = rule(keys, own, map);
        keys.rejectUnknown();
        problems.addAll(own.list());
        return own.hasErrors() ? Optional.empty() : rule;
    }

    private Optional<Rule> rule(YamlReader keys, Problems own, YamlMap map) {
        Optional<String> name = keys.parsed("name", RuleReader::named).filter(text -> !text.isEmpty());
        if (name.isEmpty() && !own.hasErrors()) {
            own.error(map.place(), "'name' is missing; every rule must have one");
        }
        keys.text("description");
        RuleDefaults choices = defaults.with(keys);
        Optional<PatternCondition> pattern = keys.text("pattern")
                .flatMap(text -> compiled(keys, own, text))
                .map(expression -> new PatternCondition(expression, choices.parts(), choices.match()));
        Optional<AddressCondition> addresses = addresses(keys, choices.addressMatch());
        if (addresses.isEmpty() && !keys.has("pattern")) {
            own.error(map.place(), "a rule must have 'pattern', 'addresses' or both");
        }
        Optional<Boolean> attached = keys.parsed("attachments", RuleReader::attached);
        boolean enabled = keys.truth("enabled", true);
        List<RuleTest> tests = RuleTestReader.read(keys, own);
        return name.map(text -> new Rule(
                new RuleId(group, text),
                addresses,
                pattern,
                choices.relation(),
                choices.languages(),
                attached,
                enabled,
                tests,
                map.place()));
    }

    /** A name that a list of rules can hold: commas separate there, a slash follows the group. */
    private static String named(String name) {
        if (name.length() > MAX_NAME || name.chars().anyMatch(c -> c == ',' || c == '/' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name, expected at most " + MAX_NAME + " characters without , and /");
        }
        return name;
    }

    private static boolean attached(String word) {
        return switch (word) {
            case "none" -> false;
            case "some" -> true;
            default -> throw new IllegalArgumentException("'" + word + "' is none of none, some");
        };
    }

    private static Optional<AddressCondition> addresses(YamlReader keys, AddressMatch match) {
        List<String> addresses = keys.texts("addresses");
        if (addresses.stream().anyMatch(String::isBlank)) {
            keys.error("addresses", "'addresses': an empty address would match every mail, expected a part of one");
            return Optional.empty();
        }
        return addresses.isEmpty() ? Optional.empty() : Optional.of(new AddressCondition(addresses, match));
    }

    private static Optional<Expression> compiled(YamlReader keys, Problems own, String text) {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r')) {
            keys.error("pattern", "'pattern' holds a control character: " + RuleFile.EATEN);
            return Optional.empty();
        }
        try {
            Expression expression = Expression.parse(text);
            Doubts.of(expression).forEach(doubt -> own.warning(keys.placeOf("pattern"), "'pattern': " + doubt));
            return Optional.of(expression);
        } catch (ExpressionException e) {
            keys.error("pattern", "'pattern': " + e.getMessage());
            return Optional.empty();
        }
    }
}
