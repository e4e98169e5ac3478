package dev.serai.screening;

import dev.serai.files.Place;
import dev.serai.screening.engine.Index;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A screening rule as its file describes it.
 *
 * @param addresses the destination addresses, when the rule has some
 * @param pattern the expression with its parts, when the rule has one
 * @param relation of the two, when it has both
 * @param languages base languages or tags that it is for; empty for all
 * @param attached whether it is for mail with files only, or for mail without; empty for both
 * @param enabled whether it is ever evaluated
 * @param place where it stands
 */
record Rule(
        RuleId id,
        Optional<AddressCondition> addresses,
        Optional<PatternCondition> pattern,
        Relation relation,
        List<String> languages,
        Optional<Boolean> attached,
        boolean enabled,
        List<RuleTest> tests,
        Place place) {

    Rule {
        languages = languages.stream().map(Rule::tag).toList();
        tests = List.copyOf(tests);
    }

    /** The same, with its calls entered into an index. */
    Rule indexed(Index.Builder index) {
        return new Rule(
                id,
                addresses,
                pattern.map(read -> read.indexed(index)),
                relation,
                languages,
                attached,
                enabled,
                tests,
                place);
    }

    RuleResult evaluate(Contents contents) {
        Outcome outcome = enabled && isFor(contents.input()) ? outcome(contents) : Outcome.NO;
        return outcome.matched() ? new RuleResult(id.toString(), true, outcome.values()) : RuleResult.unmatched(id);
    }

    private boolean isFor(ScreeningInput input) {
        return speaks(input.language())
                && attached.map(files -> files != input.attachments().isEmpty()).orElse(true);
    }

    private Outcome outcome(Contents contents) {
        if (addresses.isEmpty() || pattern.isEmpty()) {
            return addresses
                    .map(condition -> Outcome.of(condition.holds(contents)))
                    .or(() -> pattern.map(condition -> condition.evaluate(contents)))
                    .orElse(Outcome.NO);
        }
        boolean addressed = addresses.get().holds(contents);
        if (relation == Relation.AND && !addressed) {
            return Outcome.NO;
        }
        Outcome read = pattern.get().evaluate(contents);
        return relation == Relation.OR && addressed && !read.matched() ? Outcome.YES : read;
    }

    /** Whether the rule is for this language: the same tag, or a region of its language. */
    private boolean speaks(@Nullable String language) {
        if (languages.isEmpty() || language == null || language.isBlank()) {
            return true;
        }
        String tag = tag(language);
        return languages.stream().anyMatch(own -> tag.equals(own) || tag.startsWith(own + "-"));
    }

    private static String tag(String language) {
        return language.strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
