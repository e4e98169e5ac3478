package dev.serai.response;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Functions over dates; all in the time zone of the interaction, names in the language of the response. */
final class DateFunctions {
    static final List<Function> ALL = List.of(
            new Function("Date", 3, 6, DateFunctions::date),
            new Function("Today", 0, 0, DateFunctions::today),
            new Function("AddDays", 2, 2, given -> Arithmetic.plusDays(given.date(0), given.number(1))),
            new Function("Year", 1, 1, given -> Amount.of(at(given).getYear())),
            new Function("Month", 1, 1, given -> Amount.of(at(given).getMonthValue())),
            new Function("Day", 1, 1, given -> Amount.of(at(given).getDayOfMonth())),
            new Function("Hour", 1, 1, given -> Amount.of(at(given).getHour())),
            new Function("Minute", 1, 1, given -> Amount.of(at(given).getMinute())),
            new Function("Second", 1, 1, given -> Amount.of(at(given).getSecond())),
            new Function(
                    "Weekday", 1, 1, given -> Amount.of(at(given).getDayOfWeek().getValue())),
            new Function(
                    "WeekdayName",
                    1,
                    1,
                    given -> new Text(
                            at(given).getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale(given)))),
            new Function(
                    "MonthName",
                    1,
                    1,
                    given -> new Text(at(given).getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale(given)))),
            new Function("FormatDate", 2, 2, DateFunctions::format));

    private DateFunctions() {}

    private static ZonedDateTime at(Arguments given) throws FormulaException {
        return given.date(0).at();
    }

    private static Locale locale(Arguments given) {
        return given.scope().locale();
    }

    private static Value date(Arguments given) throws FormulaException {
        int[] parts = new int[6];
        for (int i = 0; i < given.count(); i++) {
            parts[i] = given.whole(i);
        }
        try {
            LocalDateTime at = LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            return new Moment(at.atZone(given.scope().context().timeZone()), given.count() > 3);
        } catch (DateTimeException e) {
            throw new FormulaException("Date: there is no such date: " + e.getMessage());
        }
    }

    private static Value today(Arguments given) {
        return new Moment(
                given.scope().today().atStartOfDay(given.scope().context().timeZone()), false);
    }

    private static Value format(Arguments given) throws FormulaException {
        try {
            return new Text(at(given).format(DateTimeFormatter.ofPattern(given.text(1), locale(given))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormulaException(
                    "FormatDate expected a pattern such as \"dd.MM.yyyy\", found \"" + given.text(1) + "\"");
        }
    }
}
