package dev.serai.files;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Days of the week as engineers write them: {@code mon}, {@code monday}, {@code mon-fri}, {@code mon,wed,fri}. */
final class WeekDays {
    private WeekDays() {}

    /** @throws IllegalArgumentException saying what was expected */
    static List<DayOfWeek> of(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw wrong(text);
            }
            DayOfWeek last = day(ends[ends.length - 1], text);
            DayOfWeek day = day(ends[0], text);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    /** The short name, such as {@code mon}. */
    static String name(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String word, String text) {
        String folded = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day ->
                        folded.equals(name(day)) || folded.equals(day.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no day of the week; expected mon, tue, wed, thu, fri, sat, sun or such as mon-fri");
    }
}
