package dev.serai.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** Which days are meant: one, one of every year, a range, or one that moves with Easter. */
public sealed interface Days {
    boolean contains(LocalDate day);

    /**
     * `2026-04-03`, or `12-25` for that day of every year.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static Days on(String text) {
        return range(text, text);
    }

    /**
     * From a day to a day, both included and both with or both without a year; without one the range may go over the
     * turn of the year.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    static Days range(String from, String to) {
        boolean yearly = isYearly(from);
        if (yearly != isYearly(to)) {
            throw new IllegalArgumentException(
                    "'" + from + "' and '" + to + "' must both have a year, or neither of them");
        }
        if (yearly) {
            return new Yearly(monthDay(from), monthDay(to));
        }
        Once once = new Once(date(from), date(to));
        if (once.to().isBefore(once.from())) {
            throw new IllegalArgumentException("'" + to + "' is before '" + from + "'");
        }
        return once;
    }

    /** So many days after Easter Sunday of every year; negative = before it. */
    static Days easter(int offset) {
        return new AroundEaster(offset);
    }

    private static boolean isYearly(String text) {
        return text.strip().length() <= 5;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException notADate) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no day; expected such as 2026-04-03, or 12-25 for every year", notADate);
        }
    }

    private static MonthDay monthDay(String text) {
        try {
            return MonthDay.parse("--" + text.strip());
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no day; expected such as 12-25 for every year, or 2026-04-03", notADay);
        }
    }

    /** The days of one range. */
    record Once(LocalDate from, LocalDate to) implements Days {
        @Override
        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** The same days of every year. */
    record Yearly(MonthDay from, MonthDay to) implements Days {
        @Override
        public boolean contains(LocalDate day) {
            MonthDay one = MonthDay.from(day);
            boolean begun = !one.isBefore(from);
            boolean goesOn = !one.isAfter(to);
            return from.isAfter(to) ? begun || goesOn : begun && goesOn;
        }
    }

    /** A day of every year that moves with Easter. */
    record AroundEaster(int offset) implements Days {
        @Override
        public boolean contains(LocalDate day) {
            return Easter.sunday(day.getYear()).plusDays(offset).equals(day);
        }
    }
}
