package dev.serai.response;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands between {@code <$} and {@code $>}. */
sealed interface Formula {

    /** @throws FormulaException when values do not fit, such as the length of a date */
    Value evaluate(Scope scope) throws FormulaException;

    /** All fields that are read. */
    Stream<FieldReference> fields();

    /** A text or a number as written. */
    record Constant(Value value) implements Formula {
        @Override
        public Value evaluate(Scope scope) {
            return value;
        }

        @Override
        public Stream<FieldReference> fields() {
            return Stream.empty();
        }
    }

    /** {@code Contact.FirstName}. */
    record Read(FieldReference reference) implements Formula {
        @Override
        public Value evaluate(Scope scope) {
            return scope.read(reference);
        }

        @Override
        public Stream<FieldReference> fields() {
            return Stream.of(reference);
        }
    }

    /** {@code Upper(…)}. */
    record Call(Function function, List<Formula> arguments) implements Formula {
        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            List<Value> values = new ArrayList<>();
            for (Formula argument : arguments) {
                values.add(argument.evaluate(scope));
            }
            return function.body().apply(new Arguments(function.name(), values, scope));
        }

        @Override
        public Stream<FieldReference> fields() {
            return arguments.stream().flatMap(Formula::fields);
        }
    }

    /** {@code a + b}. */
    record Binary(char operator, Formula left, Formula right) implements Formula {
        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            return Arithmetic.apply(operator, left.evaluate(scope), right.evaluate(scope), scope.locale());
        }

        @Override
        public Stream<FieldReference> fields() {
            return Stream.concat(left.fields(), right.fields());
        }
    }
}
