package dev.serai.screening;

import java.util.ArrayList;
import java.util.List;

/** A rule that stands in no file: one expression over whatever parts the input has, any of which may satisfy it. */
public final class AdHocRule {
    private AdHocRule() {}

    /**
     * Evaluates an expression on the subject, body, header and user data that the input has.
     *
     * @param name what the rule is called in the result
     */
    public static ScreeningResult screen(String name, Expression expression, ScreeningInput input) {
        Contents contents = new Contents(input);
        Outcome outcome = new PatternCondition(expression, parts(input), Match.ANY).evaluate(contents);
        return new ScreeningResult(
                List.of(new RuleResult(name, outcome.matched(), outcome.values())), contents.warnings());
    }

    /** The parts that the input has, in the order in which their values win. */
    public static List<Part> parts(ScreeningInput input) {
        List<Part> parts = new ArrayList<>(List.of(Part.SUBJECT, Part.BODY, Part.HEADER));
        input.userData().keySet().stream().sorted().map(Part::userData).forEach(parts::add);
        parts.removeIf(part -> part.in(input) == null);
        return List.copyOf(parts);
    }
}
