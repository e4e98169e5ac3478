package dev.serai.response;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import java.util.List;
import java.util.Locale;

/** Functions over texts; positions and lengths count code points, from 1. */
final class TextFunctions {
    static final List<Function> ALL = List.of(
            new Function("Length", 1, 1, given -> Amount.of(length(given.text(0)))),
            new Function(
                    "Upper",
                    1,
                    1,
                    given -> text(given.text(0).toUpperCase(given.scope().locale()))),
            new Function(
                    "Lower",
                    1,
                    1,
                    given -> text(given.text(0).toLowerCase(given.scope().locale()))),
            new Function(
                    "Cap",
                    1,
                    1,
                    given -> text(capitalized(given.text(0), given.scope().locale()))),
            new Function("Left", 2, 2, given -> text(part(given.text(0), 0, given.count(1)))),
            new Function("Right", 2, 2, TextFunctions::right),
            new Function("Mid", 2, 3, TextFunctions::mid),
            new Function("Trim", 1, 1, given -> text(given.text(0).strip())),
            new Function("Replace", 3, 3, TextFunctions::replace));

    private TextFunctions() {}

    private static Value text(String text) {
        return new Text(text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Value right(Arguments given) throws FormulaException {
        String text = given.text(0);
        int from = Math.max(length(text) - given.count(1), 0);
        return text(part(text, from, length(text)));
    }

    private static Value mid(Arguments given) throws FormulaException {
        int start = given.whole(1);
        if (start < 1) {
            throw new FormulaException("Mid expected a start of at least 1, found " + start);
        }
        return text(part(given.text(0), start - 1, given.count() == 3 ? given.count(2) : Integer.MAX_VALUE));
    }

    private static Value replace(Arguments given) throws FormulaException {
        if (given.text(1).isEmpty()) {
            throw new FormulaException("Replace expected a text to look for, found an empty text");
        }
        return text(given.text(0).replace(given.text(1), given.text(2)));
    }

    private static String part(String text, int from, int count) {
        int length = length(text);
        int start = Math.min(from, length);
        int end = (int) Math.min((long) start + count, length);
        return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
    }

    private static String capitalized(String text, Locale locale) {
        return text.isEmpty() ? text : part(text, 0, 1).toUpperCase(locale) + part(text, 1, Integer.MAX_VALUE);
    }
}
