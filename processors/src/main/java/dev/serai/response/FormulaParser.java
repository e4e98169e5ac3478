package dev.serai.response;

import dev.serai.response.Value.Amount;
import org.jspecify.annotations.Nullable;

/**
 * Reads one formula. What binds weakest comes first: {@code or := and ("||" and)*}, {@code and := compared ("&&"
 * compared)*}, {@code compared := sum (("=" | "<>" | "<" | …) sum)?}, {@code sum := product (("+" | "-") product)*},
 * {@code product := factor (("*" | "/") factor)*}, {@code factor := "-" factor | "!" factor | operand}.
 */
final class FormulaParser {
    private static final int MAX_DEPTH = 50;

    private final FormulaReader in;
    private final OperandParser operands;
    private int depth;

    /** Reads from this offset, which is behind {@code <$}. */
    FormulaParser(String text, int at) {
        this.in = new FormulaReader(text, at);
        this.operands = new OperandParser(in, this::or);
    }

    /** Where the reader stands; after {@link #parse} behind {@code $>}. */
    int at() {
        return in.at();
    }

    /** @throws FormulaException when it is none, {@code $>} does not follow, or what it yields cannot be shown */
    Formula parse() throws FormulaException {
        int start = in.here();
        Formula formula = or();
        if (!in.take("$>")) {
            throw new FormulaException("expected an operator or $>, found " + in.found(), in.here());
        }
        if (formula.type() == Type.TRUTH) {
            throw new FormulaException("a condition is nothing to show; use If(…, \"…\", \"…\")", start);
        }
        return formula;
    }

    /** A field alone, as the keys of {@code fallbacks} name it. */
    static FieldReference reference(String text) throws FormulaException {
        FormulaParser parser = new FormulaParser(text + "$>", 0);
        if (parser.parse() instanceof Formula.Read read) {
            return read.reference();
        }
        throw new FormulaException("expected a field such as Contact.FirstName");
    }

    private Formula or() throws FormulaException {
        Formula left = and();
        for (int at = in.here(); in.take("||"); at = in.here()) {
            left = made(at, left, and(), (one, other) -> Condition.Both.of(false, one, other));
        }
        return left;
    }

    private Formula and() throws FormulaException {
        Formula left = compared();
        for (int at = in.here(); in.take("&&"); at = in.here()) {
            left = made(at, left, compared(), (one, other) -> Condition.Both.of(true, one, other));
        }
        return left;
    }

    private Formula compared() throws FormulaException {
        Formula left = sum();
        int at = in.here();
        @Nullable Comparison comparison = Comparison.taken(in);
        return comparison == null
                ? left
                : made(at, left, sum(), (one, other) -> Condition.Compare.of(comparison, one, other));
    }

    private Formula sum() throws FormulaException {
        Formula left = product();
        while (in.peek() == '+' || in.peek() == '-') {
            left = binary(left, product(in.here()));
        }
        return left;
    }

    private Formula product() throws FormulaException {
        Formula left = factor();
        while (in.peek() == '*' || in.peek() == '/') {
            left = binary(left, factor(in.here()));
        }
        return left;
    }

    /** An operator with what stands right of it. */
    private record Right(int at, char operator, Formula formula) {}

    private Right product(int at) throws FormulaException {
        char operator = in.next();
        return new Right(at, operator, product());
    }

    private Right factor(int at) throws FormulaException {
        char operator = in.next();
        return new Right(at, operator, factor());
    }

    private static Formula binary(Formula left, Right right) throws FormulaException {
        return made(right.at(), left, right.formula(), (one, other) -> Formula.Binary.of(right.operator(), one, other));
    }

    private Formula factor() throws FormulaException {
        if (++depth > MAX_DEPTH) {
            throw new FormulaException("more than " + MAX_DEPTH + " levels inside each other", in.here());
        }
        Formula formula = deeper();
        depth--;
        return formula;
    }

    private Formula deeper() throws FormulaException {
        int at = in.here();
        if (in.take("-")) {
            return made(
                    at,
                    new Formula.Constant(Amount.of(0)),
                    factor(),
                    (zero, inner) -> Formula.Binary.of('-', zero, inner));
        }
        if (in.take("!")) {
            Formula inner = factor();
            return made(at, inner, inner, (one, same) -> new Condition.Not(Condition.checked("!", one)));
        }
        return operands.operand();
    }

    /** Puts two formulas together. */
    private interface Maker {
        Formula of(Formula left, Formula right) throws FormulaException;
    }

    private static Formula made(int at, Formula left, Formula right, Maker maker) throws FormulaException {
        try {
            return maker.of(left, right);
        } catch (FormulaException e) {
            throw new FormulaException(e.getMessage(), e.at(at));
        }
    }
}
