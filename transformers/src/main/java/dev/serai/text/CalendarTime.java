package dev.serai.text;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or time of an event (RFC 5545 sections 3.3.4 and 3.3.5).
 *
 * @param start as it stands on the clock there
 * @param wholeDay whether it is a date only
 * @param zone where the clock hangs; empty where nobody says
 */
record CalendarTime(LocalDateTime start, boolean wholeDay, String zone) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(Z)?)?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Null for what is no date. */
    static @Nullable CalendarTime of(CalendarLine line) {
        Matcher matcher = FORM.matcher(line.value().strip());
        if (!matcher.lookingAt()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            boolean wholeDay = matcher.group(4) == null;
            LocalDateTime start = wholeDay ? day.atStartOfDay() : day.atTime(number(matcher, 4), number(matcher, 5));
            return new CalendarTime(start, wholeDay, matcher.group(7) != null ? "UTC" : zone(line.parameter("TZID")));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** {@code Europe/Vienna} of {@code /example.org/2026/Europe/Vienna}. */
    private static String zone(String id) {
        if (!id.startsWith("/")) {
            return id;
        }
        int place = id.lastIndexOf('/', id.lastIndexOf('/') - 1);
        return id.substring(Math.max(0, place) + 1);
    }

    /** The end by a duration (section 3.3.6); null for what is none. */
    @Nullable
    CalendarTime plus(String duration) {
        try {
            String text = duration.strip().toUpperCase(Locale.ROOT);
            int time = text.indexOf('T');
            String days = time < 0 ? text : text.substring(0, time);
            LocalDateTime end = days.length() > 1 ? start.plus(Period.parse(days)) : start;
            return new CalendarTime(
                    time < 0 ? end : end.plus(Duration.parse("P" + text.substring(time))), wholeDay && time < 0, zone);
        } catch (DateTimeException | ArithmeticException impossible) {
            return null;
        }
    }

    /** From here to the end, in words; the last day of whole days counts. */
    String until(@Nullable CalendarTime end) {
        String zoned = zone.isEmpty() || wholeDay ? "" : " (" + zone + ")";
        if (end == null || !end.start.isAfter(start)) {
            return words() + zoned;
        }
        if (wholeDay) {
            LocalDateTime last = end.wholeDay ? end.start.minusDays(1) : end.start;
            return last.isAfter(start) ? words() + " to " + last.format(DAY) : words();
        }
        boolean sameDay = end.start.toLocalDate().equals(start.toLocalDate());
        String other = end.zone.equals(zone) || end.zone.isEmpty() ? zoned : " (" + end.zone + ")";
        String first = other.equals(zoned) ? words() : words() + zoned;
        return first + " to " + (sameDay ? end.start.format(CLOCK) : end.words()) + other;
    }

    private String words() {
        return wholeDay ? start.format(DAY) : start.format(DAY) + ", " + start.format(CLOCK);
    }
}
