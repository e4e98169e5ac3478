package dev.serai.response;

import static dev.serai.response.Type.NUMBER;
import static dev.serai.response.Type.TEXT;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;

/** Functions over numbers. */
final class NumberFunctions {
    private static final int MOST_DIGITS = 30;

    static final List<Function> ALL = List.of(
            Function.of("Number", NUMBER, given -> new Amount(given.number(0)), TEXT),
            Function.of("Abs", NUMBER, given -> new Amount(given.number(0).abs()), NUMBER),
            Function.of("Min", NUMBER, given -> new Amount(given.number(0).min(given.number(1))), NUMBER, NUMBER),
            Function.of("Max", NUMBER, given -> new Amount(given.number(0).max(given.number(1))), NUMBER, NUMBER),
            Function.of("Floor", NUMBER, given -> whole(given, RoundingMode.FLOOR), NUMBER),
            Function.of("Ceiling", NUMBER, given -> whole(given, RoundingMode.CEILING), NUMBER),
            Function.of("Mod", NUMBER, NumberFunctions::mod, NUMBER, NUMBER),
            new Function("Round", List.of(NUMBER, NUMBER), 1, NUMBER, NumberFunctions::round),
            Function.of("FormatNumber", TEXT, NumberFunctions::format, NUMBER, TEXT));

    private NumberFunctions() {}

    private static Value whole(Arguments given, RoundingMode mode) throws FormulaException {
        return new Amount(given.number(0).setScale(0, mode));
    }

    private static Value mod(Arguments given) throws FormulaException {
        BigDecimal divisor = given.number(1);
        if (divisor.signum() == 0) {
            throw new FormulaException("Mod: division by zero");
        }
        BigDecimal rest = given.number(0).remainder(divisor);
        return new Amount(rest.signum() * divisor.signum() < 0 ? rest.add(divisor) : rest);
    }

    private static Value round(Arguments given) throws FormulaException {
        int digits = given.count() == 2 ? given.count(1) : 0;
        return new Amount(given.number(0).setScale(Math.min(digits, MOST_DIGITS), RoundingMode.HALF_UP));
    }

    private static Value format(Arguments given) throws FormulaException {
        try {
            DecimalFormatSymbols symbols =
                    DecimalFormatSymbols.getInstance(given.scope().locale());
            DecimalFormat format = new DecimalFormat(given.text(1), symbols);
            format.setRoundingMode(RoundingMode.HALF_UP);
            return new Text(format.format(given.number(0)));
        } catch (IllegalArgumentException e) {
            throw new FormulaException(
                    "FormatNumber expected a pattern such as \"#,##0.00\", found \"" + given.text(1) + "\"");
        }
    }
}
