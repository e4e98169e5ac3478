package dev.serai.response;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;

/** Functions over numbers. */
final class NumberFunctions {
    private static final int MOST_DIGITS = 30;

    static final List<Function> ALL = List.of(
            new Function("Number", 1, 1, given -> new Amount(given.number(0))),
            new Function("Abs", 1, 1, given -> new Amount(given.number(0).abs())),
            new Function("Min", 2, 2, given -> new Amount(given.number(0).min(given.number(1)))),
            new Function("Max", 2, 2, given -> new Amount(given.number(0).max(given.number(1)))),
            new Function("Round", 1, 2, NumberFunctions::round),
            new Function("FormatNumber", 2, 2, NumberFunctions::format));

    private NumberFunctions() {}

    private static Value round(Arguments given) throws FormulaException {
        int digits = given.count() == 2 ? given.count(1) : 0;
        return new Amount(given.number(0).setScale(Math.min(digits, MOST_DIGITS), RoundingMode.HALF_UP));
    }

    private static Value format(Arguments given) throws FormulaException {
        try {
            DecimalFormatSymbols symbols =
                    DecimalFormatSymbols.getInstance(given.scope().locale());
            return new Text(new DecimalFormat(given.text(1), symbols).format(given.number(0)));
        } catch (IllegalArgumentException e) {
            throw new FormulaException(
                    "FormatNumber expected a pattern such as \"#,##0.00\", found \"" + given.text(1) + "\"");
        }
    }
}
