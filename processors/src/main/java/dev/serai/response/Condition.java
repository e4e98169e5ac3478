package dev.serai.response;

import dev.serai.response.Value.Truth;
import java.util.stream.Stream;

/** The formulas that decide. What need not be computed is not: the branch that is not taken warns of nothing. */
interface Condition extends Formula {

    @Override
    default Type type() {
        return Type.TRUTH;
    }

    /** Whether a formula that {@link Type#TRUTH} was checked of says yes. */
    static boolean holds(Formula condition, Scope scope) throws FormulaException {
        return condition.evaluate(scope) instanceof Truth truth && truth.yes();
    }

    /** @throws FormulaException when a formula is no condition */
    static Formula checked(String user, Formula formula) throws FormulaException {
        if (formula.type() != Type.TRUTH) {
            throw new FormulaException(user + " expected a condition such as Length(…) > 0, found "
                    + formula.type().words());
        }
        return formula;
    }

    /** {@code IsEmpty(Contact.FirstName)}. */
    record Empty(FieldReference reference) implements Condition {
        @Override
        public Value evaluate(Scope scope) {
            return new Truth(scope.isEmpty(reference));
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.empty();
        }

        @Override
        public Stream<FieldReference> guarded() {
            return Stream.of(reference);
        }
    }

    /** {@code a < b}. */
    record Compare(Comparison comparison, Formula left, Formula right) implements Condition {
        static Compare of(Comparison comparison, Formula left, Formula right) throws FormulaException {
            comparison.check(left.type(), right.type());
            return new Compare(comparison, left, right);
        }

        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            return new Truth(comparison.holds(left.evaluate(scope), right.evaluate(scope)));
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(left, right);
        }
    }

    /** {@code a && b}, {@code a || b}. */
    record Both(boolean and, Formula left, Formula right) implements Condition {
        static Both of(boolean and, Formula left, Formula right) throws FormulaException {
            String user = and ? "&&" : "||";
            return new Both(and, checked(user, left), checked(user, right));
        }

        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            boolean first = holds(left, scope);
            return new Truth(first == and ? holds(right, scope) : first);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(left, right);
        }
    }

    /** {@code !a}. */
    record Not(Formula inner) implements Condition {
        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            return new Truth(!holds(inner, scope));
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(inner);
        }
    }

    /** {@code If(condition, then, otherwise)}. */
    record Choice(Formula condition, Formula then, Formula otherwise, Type type) implements Formula {
        static Choice of(Formula condition, Formula then, Formula otherwise) throws FormulaException {
            Type one = then.type();
            Type other = otherwise.type();
            if (one != other && !(Type.ANY.takes(one) && Type.ANY.takes(other))) {
                throw new FormulaException(
                        "If expected two values of one kind, found " + one.words() + " and " + other.words());
            }
            return new Choice(checked("If", condition), then, otherwise, one == other ? one : Type.TEXT);
        }

        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            return (holds(condition, scope) ? then : otherwise).evaluate(scope);
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(condition, then, otherwise);
        }
    }
}
