package dev.serai.response;

import static dev.serai.response.Type.NUMBER;
import static dev.serai.response.Type.TEXT;
import static dev.serai.response.Type.TRUTH;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Text;
import dev.serai.response.Value.Truth;
import java.util.List;
import java.util.Locale;

/** Functions over texts; positions and lengths count code points, from 1. */
final class TextFunctions {
    static final List<Function> ALL = List.of(
            Function.of("Length", NUMBER, given -> Amount.of(length(given.text(0))), TEXT),
            Function.of("Upper", TEXT, given -> text(given.text(0).toUpperCase(locale(given))), TEXT),
            Function.of("Lower", TEXT, given -> text(given.text(0).toLowerCase(locale(given))), TEXT),
            Function.of("Cap", TEXT, given -> text(capitalized(given.text(0), locale(given))), TEXT),
            Function.of("Left", TEXT, given -> text(part(given.text(0), 0, given.count(1))), TEXT, NUMBER),
            Function.of("Right", TEXT, TextFunctions::right, TEXT, NUMBER),
            new Function("Mid", List.of(TEXT, NUMBER, NUMBER), 2, TEXT, TextFunctions::mid),
            Function.of("Trim", TEXT, given -> text(given.text(0).strip()), TEXT),
            Function.of("Replace", TEXT, TextFunctions::replace, TEXT, TEXT, TEXT),
            Function.of("Find", NUMBER, TextFunctions::find, TEXT, TEXT),
            Function.of("Contains", TRUTH, given -> new Truth(low(given, 0).contains(low(given, 1))), TEXT, TEXT),
            Function.of("StartsWith", TRUTH, given -> new Truth(low(given, 0).startsWith(low(given, 1))), TEXT, TEXT),
            Function.of("EndsWith", TRUTH, given -> new Truth(low(given, 0).endsWith(low(given, 1))), TEXT, TEXT));

    private TextFunctions() {}

    private static Locale locale(Arguments given) {
        return given.scope().locale();
    }

    private static String low(Arguments given, int index) {
        return given.text(index).toLowerCase(Locale.ROOT);
    }

    /** Where it begins, from 1; 0 when it does not occur. */
    private static Value find(Arguments given) {
        String text = low(given, 0);
        int at = text.indexOf(low(given, 1));
        return Amount.of(at < 0 ? 0 : text.codePointCount(0, at) + 1);
    }

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
