package dev.serai.response;

import dev.serai.files.Nearest;
import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one formula: {@code sum := product (("+" | "-") product)*}, {@code product := factor (("*" | "/") factor)*},
 * {@code factor := "-" factor | number | text | "(" sum ")" | field | function "(" arguments ")"}.
 */
final class FormulaParser {
    private static final int MAX_DEPTH = 50;

    private final FormulaReader in;
    private int depth;

    /** Reads from this offset, which is behind {@code <$}. */
    FormulaParser(String text, int at) {
        this.in = new FormulaReader(text, at);
    }

    /** Where the reader stands; after {@link #parse} behind {@code $>}. */
    int at() {
        return in.at();
    }

    /** @throws FormulaException when it is none, or {@code $>} does not follow */
    Formula parse() throws FormulaException {
        Formula formula = sum();
        if (!in.take("$>")) {
            throw new FormulaException("expected an operator or $>, found " + in.found());
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

    private Formula sum() throws FormulaException {
        Formula left = product();
        while (in.peek() == '+' || in.peek() == '-') {
            char operator = in.peek();
            in.take("" + operator);
            left = new Formula.Binary(operator, left, product());
        }
        return left;
    }

    private Formula product() throws FormulaException {
        Formula left = factor();
        while (in.peek() == '*' || in.peek() == '/') {
            char operator = in.peek();
            in.take("" + operator);
            left = new Formula.Binary(operator, left, factor());
        }
        return left;
    }

    private Formula factor() throws FormulaException {
        if (++depth > MAX_DEPTH) {
            throw new FormulaException("more than " + MAX_DEPTH + " levels inside each other");
        }
        Formula formula = deeper();
        depth--;
        return formula;
    }

    private Formula deeper() throws FormulaException {
        if (in.take("-")) {
            return new Formula.Binary('-', new Formula.Constant(Amount.of(0)), factor());
        }
        if (in.take("(")) {
            Formula inner = sum();
            close();
            return inner;
        }
        if (in.atQuote()) {
            return new Formula.Constant(new Text(in.quoted()));
        }
        String word = in.word();
        if (word.isEmpty()) {
            throw new FormulaException("expected a field, a function, a text or a number, found " + in.found());
        }
        return Character.isDigit(word.charAt(0)) ? number(word) : named(word);
    }

    private static Formula number(String word) throws FormulaException {
        if (!word.matches("[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            throw new FormulaException("expected a number such as 12 or 0.5, found " + word);
        }
        return new Formula.Constant(new Amount(new BigDecimal(word)));
    }

    private Formula named(String word) throws FormulaException {
        if (word.indexOf('.') >= 0) {
            return field(word);
        }
        Function function = Function.byName().get(word);
        if (function == null) {
            throw new FormulaException("unknown field code '" + word + "'"
                    + Nearest.hint(word, Function.byName().keySet()));
        }
        if (!in.take("(")) {
            throw new FormulaException("expected ( after the function " + word + ", found " + in.found());
        }
        return call(function, arguments());
    }

    private static Formula call(Function function, List<Formula> arguments) throws FormulaException {
        if (arguments.size() < function.least() || arguments.size() > function.most()) {
            throw new FormulaException(
                    function.name() + " takes " + function.expected() + ", found " + arguments.size());
        }
        return new Formula.Call(function, arguments);
    }

    private List<Formula> arguments() throws FormulaException {
        List<Formula> arguments = new ArrayList<>();
        if (in.take(")")) {
            return arguments;
        }
        do {
            arguments.add(sum());
        } while (in.take(","));
        close();
        return arguments;
    }

    private Formula field(String word) throws FormulaException {
        Field field = Field.of(word)
                .orElseThrow(() ->
                        new FormulaException("unknown field code '" + word + "'" + Nearest.hint(word, Field.codes())));
        if (field != Field.INTERACTION_ATTACHED_DATA) {
            return new Formula.Read(new FieldReference(field, ""));
        }
        if (!in.take("(") || !in.atQuote()) {
            throw new FormulaException("expected " + word + "(\"key\"), found " + in.found());
        }
        String key = in.quoted();
        close();
        if (key.isBlank()) {
            throw new FormulaException(word + " expected a key, found an empty text");
        }
        return new Formula.Read(new FieldReference(field, key));
    }

    private void close() throws FormulaException {
        if (!in.take(")")) {
            throw new FormulaException("expected ), found " + in.found());
        }
    }
}
