package dev.serai.response;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The operators of formulas: numbers are computed, texts joined by +, and a number added to a date is days. */
final class Arithmetic {
    private Arithmetic() {}

    static Value apply(char operator, Value left, Value right, Locale locale) throws FormulaException {
        if (operator == '+' && (left instanceof Text || right instanceof Text)) {
            return new Text(left.shown(locale) + right.shown(locale));
        }
        if (left instanceof Moment date) {
            return dated(operator, date, right);
        }
        if (operator == '+' && right instanceof Moment date) {
            return plusDays(date, number(left, "+"));
        }
        return new Amount(computed(operator, number(left, "" + operator), number(right, "" + operator)));
    }

    private static BigDecimal computed(char operator, BigDecimal left, BigDecimal right) throws FormulaException {
        if (operator == '/' && right.signum() == 0) {
            throw new FormulaException("division by zero");
        }
        return switch (operator) {
            case '+' -> left.add(right, MathContext.DECIMAL64);
            case '-' -> left.subtract(right, MathContext.DECIMAL64);
            case '*' -> left.multiply(right, MathContext.DECIMAL64);
            default -> left.divide(right, MathContext.DECIMAL64);
        };
    }

    private static Value dated(char operator, Moment date, Value right) throws FormulaException {
        if (operator == '-' && right instanceof Moment other) {
            return Amount.of(
                    ChronoUnit.DAYS.between(other.at().toLocalDate(), date.at().toLocalDate()));
        }
        if (operator == '+' || operator == '-') {
            BigDecimal days = number(right, "" + operator);
            return plusDays(date, operator == '+' ? days : days.negate());
        }
        throw new FormulaException("a date cannot be used with " + operator);
    }

    static Moment plusDays(Moment date, BigDecimal days) throws FormulaException {
        try {
            return new Moment(date.at().plusDays(days.longValueExact()), date.withTime());
        } catch (ArithmeticException | DateTimeException e) {
            throw new FormulaException(days.toPlainString() + " is no number of days");
        }
    }

    /** The number that a value is, a text that reads as one included. */
    static BigDecimal number(Value value, String user) throws FormulaException {
        if (value instanceof Amount found) {
            return found.number();
        }
        if (value instanceof Text text && isNumber(value)) {
            return new BigDecimal(text.text().strip());
        }
        throw new FormulaException(user + " expected a number, found " + described(value));
    }

    static boolean isNumber(Value value) {
        return value instanceof Amount
                || (value instanceof Text text && text.text().strip().matches("-?\\d{1,30}(\\.\\d{1,30})?"));
    }

    static String described(Value value) {
        if (value instanceof Text text) {
            return text.text().isBlank() ? "an empty text" : "a text";
        }
        return value instanceof Amount ? "a number" : value instanceof Moment ? "a date" : "a condition";
    }

    /** What a person may look at in a message. */
    static String sample(String text) {
        return text.length() <= 40 ? "'" + text + "'" : "'" + text.substring(0, 40) + "…'";
    }

    /** What the operator yields, known from what stands beside it. */
    static Type type(char operator, Type left, Type right) throws FormulaException {
        if (left == Type.TRUTH || right == Type.TRUTH) {
            throw new FormulaException("a condition cannot be used with " + operator + "; use If(…, …, …)");
        }
        if (operator == '+' && (left.isText() || right.isText())) {
            return Type.TEXT;
        }
        if (left == Type.DATE || right == Type.DATE) {
            return dated(operator, left, right);
        }
        for (Type side : new Type[] {left, right}) {
            if (!Type.NUMBER.takes(side)) {
                throw new FormulaException(operator + " expected a number, found " + side.words());
            }
        }
        return Type.NUMBER;
    }

    private static Type dated(char operator, Type left, Type right) throws FormulaException {
        if (operator == '-' && left == Type.DATE && right == Type.DATE) {
            return Type.NUMBER;
        }
        boolean days = left == Type.DATE ? Type.NUMBER.takes(right) : Type.NUMBER.takes(left);
        if (days && (operator == '+' || (operator == '-' && left == Type.DATE))) {
            return Type.DATE;
        }
        throw new FormulaException(
                "a date cannot be used with " + operator + " " + (left == Type.DATE ? right : left).words());
    }
}
