package dev.serai.response;

import static dev.serai.response.Type.DATE;
import static dev.serai.response.Type.NUMBER;
import static dev.serai.response.Type.TEXT;

import dev.serai.response.Value.Amount;
import dev.serai.response.Value.Moment;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** Functions that move dates, or know the present. */
final class ClockFunctions {
    static final List<Function> ALL = List.of(
            new Function("Today", List.of(), 0, DATE, ClockFunctions::today),
            new Function(
                    "Now", List.of(), 0, DATE, given -> new Moment(given.scope().now(), true)),
            Function.of("AddDays", DATE, given -> Arithmetic.plusDays(given.date(0), given.number(1)), DATE, NUMBER),
            Function.of("AddMonths", DATE, given -> moved(given, at -> at.plusMonths(given.whole(1))), DATE, NUMBER),
            Function.of("AddHours", DATE, given -> timed(given, at -> at.plusHours(given.whole(1))), DATE, NUMBER),
            Function.of("ToTimeZone", DATE, ClockFunctions::zoned, DATE, TEXT),
            Function.of("Year", NUMBER, given -> Amount.of(at(given).getYear()), DATE),
            Function.of("Month", NUMBER, given -> Amount.of(at(given).getMonthValue()), DATE),
            Function.of("Day", NUMBER, given -> Amount.of(at(given).getDayOfMonth()), DATE),
            Function.of("Hour", NUMBER, given -> Amount.of(at(given).getHour()), DATE),
            Function.of("Minute", NUMBER, given -> Amount.of(at(given).getMinute()), DATE),
            Function.of("Second", NUMBER, given -> Amount.of(at(given).getSecond()), DATE),
            Function.of(
                    "Weekday",
                    NUMBER,
                    given -> Amount.of(at(given).getDayOfWeek().getValue()),
                    DATE));

    private ClockFunctions() {}

    /** How a date is moved. */
    private interface Move {
        ZonedDateTime from(ZonedDateTime at) throws FormulaException;
    }

    private static ZonedDateTime at(Arguments given) throws FormulaException {
        return given.date(0).at();
    }

    private static Value today(Arguments given) {
        ZonedDateTime now = given.scope().now();
        return new Moment(now.toLocalDate().atStartOfDay(now.getZone()), false);
    }

    private static Value moved(Arguments given, Move move) throws FormulaException {
        try {
            return new Moment(move.from(at(given)), given.date(0).withTime());
        } catch (DateTimeException e) {
            throw new FormulaException(given.function() + ": there is no such date: " + e.getMessage());
        }
    }

    private static Value timed(Arguments given, Move move) throws FormulaException {
        Moment moved = (Moment) moved(given, move);
        return new Moment(moved.at(), true);
    }

    private static Value zoned(Arguments given) throws FormulaException {
        try {
            return new Moment(at(given).withZoneSameInstant(ZoneId.of(given.text(1))), true);
        } catch (DateTimeException e) {
            throw new FormulaException(
                    "ToTimeZone expected a time zone such as \"Europe/Berlin\", found \"" + given.text(1) + "\"");
        }
    }
}
