package dev.serai.response;

import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The comparisons of formulas. Texts are compared for being the same only, without regard to case. */
enum Comparison {
    EQUAL,
    UNEQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    /** As they are written, the longer ones first. */
    private static final List<String> WRITTEN = List.of("==", "!=", "<>", "<=", ">=", "=", "<", ">");

    private static final List<Comparison> MEANT =
            List.of(EQUAL, UNEQUAL, UNEQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL, EQUAL, LESS, GREATER);

    /** Takes one if it comes next. */
    static @Nullable Comparison taken(FormulaReader in) {
        for (int i = 0; i < WRITTEN.size(); i++) {
            if (in.take(WRITTEN.get(i))) {
                return MEANT.get(i);
            }
        }
        return null;
    }

    /** @throws FormulaException when values of these types cannot be compared so */
    void check(Type left, Type right) throws FormulaException {
        Type common = isOrder() ? Type.NUMBER : Type.TEXT;
        boolean alike = common.takes(left) && common.takes(right);
        boolean dates = left == Type.DATE && right == Type.DATE;
        if (!alike && !dates) {
            throw new FormulaException(left.words() + " and " + right.words() + " cannot be compared like this");
        }
    }

    private boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    boolean holds(Value left, Value right) throws FormulaException {
        if (left instanceof Moment one && right instanceof Moment other) {
            return holds(one.at().toInstant().compareTo(other.at().toInstant()));
        }
        boolean texts = left instanceof Text && right instanceof Text && !isOrder();
        if (!texts && Arithmetic.isNumber(left) && Arithmetic.isNumber(right)) {
            return holds(Arithmetic.number(left, "a comparison").compareTo(Arithmetic.number(right, "a comparison")));
        }
        if (!isOrder()) {
            boolean same = left.shown(Locale.ROOT).equalsIgnoreCase(right.shown(Locale.ROOT));
            return same == (this == EQUAL);
        }
        Value odd = Arithmetic.isNumber(left) ? right : left;
        throw new FormulaException("a comparison expected a number, found " + Arithmetic.described(odd));
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
