package dev.serai.response;

import dev.serai.response.Value.Moment;
import java.math.BigDecimal;
import java.util.List;

/** The values that one call of a function was given. */
record Arguments(String function, List<Value> values, Scope scope) {

    int count() {
        return values.size();
    }

    /** The argument as text. */
    String text(int index) {
        return values.get(index).shown(scope.locale());
    }

    BigDecimal number(int index) throws FormulaException {
        return Arithmetic.number(values.get(index), function);
    }

    /** A whole number within the range of an int. */
    int whole(int index) throws FormulaException {
        try {
            return number(index).intValueExact();
        } catch (ArithmeticException e) {
            throw new FormulaException(function + " expected a whole number, found " + text(index));
        }
    }

    /** A whole number of at least 0. */
    int count(int index) throws FormulaException {
        int count = whole(index);
        if (count < 0) {
            throw new FormulaException(function + " expected a number of at least 0, found " + count);
        }
        return count;
    }

    Moment date(int index) throws FormulaException {
        if (values.get(index) instanceof Moment moment) {
            return moment;
        }
        throw new FormulaException(function + " expected a date, found " + Arithmetic.described(values.get(index)));
    }
}
