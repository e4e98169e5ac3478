package dev.serai.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day during which a calendar is open, in minutes from the midnight with which its day begins.
 *
 * @param from the minute in which it begins, 0 to 1439
 * @param to the minute before which it ends; above 1440 it ends on the day after
 */
public record Span(int from, int to) {
    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    /**
     * Reads `09:00-17:00`; an end that is not behind the beginning is on the day after, `24:00` is the day's end.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static Span of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong(text);
        }
        int from = minute(text, matcher.group(1), matcher.group(2));
        int to = minute(text, matcher.group(3), matcher.group(4));
        if (from == DAY || from == to) {
            throw wrong(text);
        }
        return new Span(from, to > from ? to : to + DAY);
    }

    /** Whether both are open at some minute. */
    public boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** The stretch of time on a day; what the clocks leave out is not open, what they repeat is open twice. */
    Interval on(LocalDate day, ZoneRules rules) {
        return new Interval(instant(day, from, rules, false), instant(day, to, rules, true));
    }

    private static Instant instant(LocalDate day, int minute, ZoneRules rules, boolean end) {
        LocalDateTime local = day.atStartOfDay().plusMinutes(minute);
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change == null) {
            return local.toInstant(rules.getOffset(local));
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        return local.toInstant(end ? change.getOffsetAfter() : change.getOffsetBefore());
    }

    private static int minute(String text, String hours, String minutes) {
        int minute = Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
        if (minute > DAY || Integer.parseInt(minutes) > 59) {
            throw wrong(text);
        }
        return minute;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text
                + "' is no time of day from one minute to another; expected such as 09:00-17:00, or 22:00-06:00 over"
                + " midnight");
    }

    /** A stretch of time; empty when it ends where it begins. */
    record Interval(Instant start, Instant end) {}
}
