package dev.serai.screening;

import dev.serai.screening.engine.Index;
import java.util.List;

/**
 * The pattern of a rule with the parts that it reads.
 *
 * @param parts empty when the rule names none: then the subject and the body, whichever there is
 */
record PatternCondition(Expression expression, List<Part> parts, Match match) {

    private static final List<Part> UNNAMED = List.of(Part.SUBJECT, Part.BODY);

    PatternCondition {
        parts = List.copyOf(parts);
    }

    PatternCondition indexed(Index.Builder index) {
        return new PatternCondition(expression.indexed(index), parts, match);
    }

    /** The parts that are read, as far as they are there. */
    List<Part> mayRead() {
        return parts.isEmpty() ? UNNAMED : parts;
    }

    Outcome evaluate(Contents contents) {
        return match == Match.EACH ? each(contents) : any(contents);
    }

    private Outcome each(Contents contents) {
        Outcome all = Outcome.YES;
        for (Part part : read(contents)) {
            Outcome outcome = expression.evaluate(contents.of(part));
            if (!outcome.matched()) {
                return Outcome.NO;
            }
            all = all.plus(outcome);
        }
        return all;
    }

    private Outcome any(Contents contents) {
        Outcome any = Outcome.NO;
        for (Part part : read(contents)) {
            if (any.matched() && !expression.captures()) {
                break;
            }
            Outcome outcome = expression.evaluate(contents.of(part));
            if (outcome.matched()) {
                any = any.matched() ? any.plus(outcome) : outcome;
            }
        }
        return any;
    }

    private List<Part> read(Contents contents) {
        if (!parts.isEmpty()) {
            return parts;
        }
        List<Part> there = UNNAMED.stream()
                .filter(part -> part.in(contents.input()) != null)
                .toList();
        return there.isEmpty() ? UNNAMED : there;
    }
}
