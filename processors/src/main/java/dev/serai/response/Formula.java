package dev.serai.response;

import dev.serai.response.Value.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands between {@code <$} and {@code $>}. */
interface Formula {

    /** @throws FormulaException when values do not fit, such as the number of a word */
    Value evaluate(Scope scope) throws FormulaException;

    /** What it yields. */
    Type type();

    /** What it is made of. */
    Stream<Formula> parts();

    /** All fields that are read. */
    default Stream<FieldReference> fields() {
        return parts().flatMap(Formula::fields);
    }

    /** The fields that it asks for being empty, so that their being so needs no fallback. */
    default Stream<FieldReference> guarded() {
        return parts().flatMap(Formula::guarded);
    }

    /** A text or a number as written. */
    record Constant(Value value) implements Formula {
        @Override
        public Value evaluate(Scope scope) {
            return value;
        }

        @Override
        public Type type() {
            return value instanceof Text ? Type.TEXT : Type.NUMBER;
        }

        @Override
        public Stream<Formula> parts() {
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
        public Type type() {
            return reference.field().type();
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.empty();
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
        public Type type() {
            return function.result();
        }

        @Override
        public Stream<Formula> parts() {
            return arguments.stream();
        }
    }

    /** {@code a + b}. */
    record Binary(char operator, Formula left, Formula right, Type type) implements Formula {
        static Binary of(char operator, Formula left, Formula right) throws FormulaException {
            return new Binary(operator, left, right, Arithmetic.type(operator, left.type(), right.type()));
        }

        @Override
        public Value evaluate(Scope scope) throws FormulaException {
            return Arithmetic.apply(operator, left.evaluate(scope), right.evaluate(scope), scope.locale());
        }

        @Override
        public Stream<Formula> parts() {
            return Stream.of(left, right);
        }
    }
}
