package dev.serai.screening;

import java.util.List;

/** The pattern of a rule with the parts that it reads. */
record PatternCondition(Expression expression, List<Part> parts, Match match) {

    PatternCondition {
        parts = List.copyOf(parts);
    }

    Outcome evaluate(Contents contents) {
        return match == Match.EACH ? each(contents) : any(contents);
    }

    private Outcome each(Contents contents) {
        Outcome all = Outcome.YES;
        for (Part part : parts) {
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
        for (Part part : parts) {
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
}
