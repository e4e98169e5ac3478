package dev.serai.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.files.Place;
import dev.serai.screening.engine.RandomTexts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All rules at once have to find exactly what each finds by itself. */
class EngineTest {
    private static final Place NOWHERE = Place.of("desk.yaml");

    private static Optional<Rule> rule(RandomTexts random, int number) {
        List<List<Part>> parts = List.of(
                List.of(),
                List.of(Part.SUBJECT),
                List.of(Part.BODY),
                List.of(Part.SUBJECT, Part.BODY),
                List.of(Part.HEADER, Part.userData("tier")));
        String source = source(random, 2);
        try {
            PatternCondition pattern = new PatternCondition(
                    Expression.parse(source), random.oneOf(parts), random.oneOf(List.of(Match.values())));
            Optional<AddressCondition> addresses = random.random().nextInt(4) == 0
                    ? Optional.of(new AddressCondition(List.of("pay@"), AddressMatch.SUBSTRING))
                    : Optional.empty();
            return Optional.of(new Rule(
                    new RuleId("desk", "r" + number),
                    addresses,
                    random.random().nextInt(30) == 0 && addresses.isPresent() ? Optional.empty() : Optional.of(pattern),
                    random.oneOf(List.of(Relation.values())),
                    random.random().nextInt(6) == 0 ? List.of("de") : List.of(),
                    Optional.empty(),
                    random.random().nextInt(10) > 0,
                    List.of(),
                    NOWHERE));
        } catch (ExpressionException e) {
            return Optional.empty();
        }
    }

    private static String source(RandomTexts random, int depth) {
        int kind = random.random().nextInt(depth > 0 ? 10 : 6);
        String ignoreCase = random.oneOf(List.of("", ",true", ",false"));
        return switch (kind) {
            case 0, 1, 2 -> "Find(\"" + random.text(4) + "\"" + ignoreCase + ")";
            case 3, 4 ->
                "RegExFind(\"" + random.regex() + "\"" + random.oneOf(List.of("", ",k", ",\"l\"")) + ignoreCase + ")";
            case 5 -> "RegExMatch(\"" + random.regex() + "\"" + ignoreCase + ")";
            case 6 -> "!(" + source(random, depth - 1) + ")";
            case 7, 8 -> source(random, depth - 1) + " && " + source(random, depth - 1);
            default -> "(" + source(random, depth - 1) + " || " + source(random, depth - 1) + ")";
        };
    }

    private static List<Rule> rules(RandomTexts random, int count) {
        List<Rule> rules = new ArrayList<>();
        while (rules.size() < count) {
            rule(random, rules.size()).ifPresent(rules::add);
        }
        return rules;
    }

    private static ScreeningInput input(RandomTexts random) {
        return ScreeningInput.builder()
                .subject(random.oneOf(Arrays.asList(null, "", random.text(8))))
                .body(random.oneOf(Arrays.asList(null, random.text(40), random.text(40), random.text(200))))
                .header(random.text(10))
                .addresses(random.oneOf(List.of(List.of(), List.of("Pay@example.com"), List.of("x@y"))))
                .userData(random.oneOf(List.of(Map.of(), Map.of("tier", random.text(5)))))
                .language(random.oneOf(List.of("de", "en", "")))
                .build();
    }

    private static CompiledRules compiled(List<Rule> rules) {
        return new CompiledRules(List.of(new RuleFile("desk", "desk.yaml", "", Optional.empty(), rules, List.of())));
    }

    @Test
    void allRulesAtOnceShouldFindWhatEachFindsByItself() {
        int matches = 0;
        for (int seed = 0; seed < 30; seed++) {
            RandomTexts random = new RandomTexts(seed);
            List<Rule> rules = rules(random, 120);
            CompiledRules compiled = compiled(rules);
            for (int i = 0; i < 30; i++) {
                ScreeningInput input = input(random);
                List<RuleResult> expected = rules.stream()
                        .map(rule -> rule.evaluate(new Contents(input)))
                        .toList();
                ScreeningResult found = compiled.screen(List.of(), input, false);
                assertThat(found.rules()).as("seed %d, %s", seed, input).isEqualTo(expected);
                matches += found.matchedRules().size();
            }
        }
        assertThat(matches).isGreaterThan(5_000);
    }

    @Test
    void manyThreadsShouldShareTheRules() {
        RandomTexts random = new RandomTexts(4711);
        List<Rule> rules = rules(random, 150);
        List<ScreeningInput> inputs =
                IntStream.range(0, 300).mapToObj(i -> input(random)).toList();
        List<List<RuleResult>> expected = inputs.stream()
                .map(input -> new OneByOne(rules).screen(input).rules())
                .toList();
        CompiledRules compiled = compiled(rules);
        List<List<RuleResult>> found = inputs.parallelStream()
                .map(input -> compiled.screen(List.of(), input, false).rules())
                .toList();
        assertThat(found).isEqualTo(expected);
    }
}
