package dev.serai.response;

import dev.serai.files.Nearest;
import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads what operators stand between: texts, numbers, fields, calls of functions, and formulas in parentheses. */
final class OperandParser {
    private static final String IF = "If";
    private static final String IS_EMPTY = "IsEmpty";

    private final FormulaReader in;
    private final Inner inner;

    /** A whole formula inside of this one. */
    interface Inner {
        Formula read() throws FormulaException;
    }

    OperandParser(FormulaReader in, Inner inner) {
        this.in = in;
        this.inner = inner;
    }

    Formula operand() throws FormulaException {
        int at = in.here();
        if (in.take("(")) {
            Formula formula = inner.read();
            close();
            return formula;
        }
        if (in.atQuote()) {
            return new Formula.Constant(new Text(in.quoted()));
        }
        String word = in.word();
        if (word.isEmpty()) {
            throw new FormulaException("expected a field, a function, a text or a number, found " + in.found(), at);
        }
        try {
            return Character.isDigit(word.charAt(0)) ? number(word) : named(word);
        } catch (FormulaException e) {
            throw new FormulaException(e.getMessage(), e.at(at));
        }
    }

    private static Formula number(String word) throws FormulaException {
        if (!word.matches("[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new FormulaException("expected a number such as 12 or 0.5, found " + word);
        }
        return new Formula.Constant(new Amount(new BigDecimal(word)));
    }

    private Formula named(String word) throws FormulaException {
        if (word.indexOf('.') >= 0) {
            return new Formula.Read(field(word));
        }
        TreeSet<String> known = new TreeSet<>(Function.byName().keySet());
        known.addAll(List.of(IF, IS_EMPTY));
        if (!known.contains(word)) {
            throw new FormulaException("unknown field code '" + word + "'" + Nearest.hint(word, known));
        }
        if (!in.take("(")) {
            throw new FormulaException("expected ( after the function " + word + ", found " + in.found(), in.here());
        }
        return switch (word) {
            case IF -> choice(arguments());
            case IS_EMPTY -> empty(arguments());
            default -> function(word).call(arguments());
        };
    }

    private static Function function(String name) {
        Function function = Function.byName().get(name);
        if (function == null) {
            throw new IllegalStateException(name);
        }
        return function;
    }

    private static Formula choice(List<Formula> arguments) throws FormulaException {
        if (arguments.size() != 3) {
            throw new FormulaException("If takes 3 arguments, found " + arguments.size());
        }
        return Condition.Choice.of(arguments.get(0), arguments.get(1), arguments.get(2));
    }

    private static Formula empty(List<Formula> arguments) throws FormulaException {
        if (arguments.size() == 1 && arguments.get(0) instanceof Formula.Read read) {
            return new Condition.Empty(read.reference());
        }
        throw new FormulaException("IsEmpty takes a field such as Contact.FirstName");
    }

    private List<Formula> arguments() throws FormulaException {
        List<Formula> arguments = new ArrayList<>();
        if (in.take(")")) {
            return arguments;
        }
        do {
            arguments.add(inner.read());
        } while (in.take(","));
        close();
        return arguments;
    }

    private FieldReference field(String word) throws FormulaException {
        Field field = Field.of(word)
                .orElseThrow(() -> new FormulaException(
                        "unknown field code '" + word + "'" + Nearest.hint(word, Field.allCodes())));
        if (field != Field.INTERACTION_ATTACHED_DATA) {
            return new FieldReference(field, "");
        }
        if (!in.take("(") || !in.atQuote()) {
            throw new FormulaException("expected " + word + "(\"key\"), found " + in.found());
        }
        String key = in.quoted();
        close();
        if (key.isBlank()) {
            throw new FormulaException(word + " expected a key, found an empty text");
        }
        return new FieldReference(field, key);
    }

    private void close() throws FormulaException {
        if (!in.take(")")) {
            throw new FormulaException("expected ), found " + in.found(), in.here());
        }
    }
}
