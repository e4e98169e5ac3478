package dev.serai.response;

import static dev.serai.response.Type.DATE;
import static dev.serai.response.Type.NUMBER;
import static dev.serai.response.Type.TEXT;

import dev.serai.response.Value.Moment;
import dev.serai.response.Value.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Functions that make dates and write them; in the time zone of the interaction, names in the language of the response. */
final class DateFunctions {
    static final List<Function> ALL = List.of(
            new Function("Date", List.of(NUMBER, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER), 3, DATE, DateFunctions::date),
            Function.of("ToDate", DATE, DateFunctions::read, TEXT),
            Function.of(
                    "WeekdayName",
                    TEXT,
                    given -> new Text(
                            given.date(0).at().getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale(given))),
                    DATE),
            Function.of(
                    "MonthName",
                    TEXT,
                    given -> new Text(
                            given.date(0).at().getMonth().getDisplayName(TextStyle.FULL_STANDALONE, locale(given))),
                    DATE),
            Function.of("FormatDate", TEXT, DateFunctions::format, DATE, TEXT));

    private DateFunctions() {}

    private static Locale locale(Arguments given) {
        return given.scope().locale();
    }

    private static ZoneId zone(Arguments given) {
        return given.scope().context().timeZone();
    }

    private static Value date(Arguments given) throws FormulaException {
        int[] parts = new int[6];
        for (int i = 0; i < given.count(); i++) {
            parts[i] = given.whole(i);
        }
        try {
            LocalDateTime at = LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
            return new Moment(at.atZone(zone(given)), given.count() > 3);
        } catch (DateTimeException e) {
            throw new FormulaException("Date: there is no such date: " + e.getMessage());
        }
    }

    /** A day, a time of the interaction's zone, or one with an offset, as ISO 8601 writes them. */
    private static Value read(Arguments given) throws FormulaException {
        String text = given.text(0).strip();
        try {
            if (text.length() <= 10) {
                return new Moment(LocalDate.parse(text).atStartOfDay(zone(given)), false);
            }
            boolean offset = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
            return new Moment(
                    offset
                            ? OffsetDateTime.parse(text).atZoneSameInstant(zone(given))
                            : LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone(given)),
                    true);
        } catch (DateTimeException e) {
            throw new FormulaException(
                    "ToDate expected a date such as 2026-01-31 or 2026-01-31T10:00, found " + Arithmetic.sample(text));
        }
    }

    private static Value format(Arguments given) throws FormulaException {
        try {
            return new Text(given.date(0).at().format(DateTimeFormatter.ofPattern(given.text(1), locale(given))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FormulaException(
                    "FormatDate expected a pattern such as \"dd.MM.yyyy\", found \"" + given.text(1) + "\"");
        }
    }
}
