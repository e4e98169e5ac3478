package dev.serai.calendar;

import dev.serai.calendar.Span.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When somebody is there: a week of opening hours in one time zone, holidays, and days with hours of their own, which
 * go before holidays. A span belongs to the day on which it begins: one over midnight runs into a holiday, and one that
 * would begin on the holiday does not open. Immutable; knows no clock.
 */
public final class BusinessCalendar {
    /** Beyond so many days nothing is looked for. */
    private static final int HORIZON = 100 * 366;

    private final String name;
    private final ZoneId zone;
    private final Map<DayOfWeek, List<Span>> week;
    private final List<DayRule> holidays;
    private final List<DayRule> openings;

    /**
     * @param week the hours of each day; a day that is missing is closed
     * @param holidays closed days, the first that names a day counts
     * @param openings days with hours of their own, the first that names a day counts
     */
    public BusinessCalendar(
            String name, ZoneId zone, Map<DayOfWeek, List<Span>> week, List<DayRule> holidays, List<DayRule> openings) {
        this.name = name;
        this.zone = zone;
        this.week = Map.copyOf(week);
        this.holidays = List.copyOf(holidays);
        this.openings = List.copyOf(openings);
    }

    /** Always open, in UTC. */
    public static BusinessCalendar always() {
        Span all = new Span(0, 24 * 60);
        Map<DayOfWeek, List<Span>> week = new java.util.EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(all));
        }
        return new BusinessCalendar("always", ZoneOffset.UTC, week, List.of(), List.of());
    }

    /** The file's name, such as `office-de`. */
    public String name() {
        return name;
    }

    /** The zone in whose local time it is written. */
    public ZoneId zone() {
        return zone;
    }

    public boolean isOpen(Instant at) {
        return nextOpen(at).filter(at::equals).isPresent();
    }

    /** The first moment from then on at which it is open: then, when it is open; empty when that never comes. */
    public Optional<Instant> nextOpen(Instant from) {
        LocalDate first = day(from).minusDays(1);
        for (int i = 0; i < HORIZON; i++) {
            for (Interval open : intervals(first.plusDays(i))) {
                if (open.end().isAfter(from)) {
                    return Optional.of(later(open.start(), from));
                }
            }
        }
        return Optional.empty();
    }

    /** How long it is open from one moment to another; nothing when they are the other way round. */
    public Duration openTimeBetween(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        Instant counted = from;
        LocalDate last = day(to);
        for (LocalDate day = day(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Interval interval : intervals(day)) {
                Instant start = later(interval.start(), counted);
                Instant end = earlier(interval.end(), to);
                if (end.isAfter(start)) {
                    open = open.plus(Duration.between(start, end));
                    counted = end;
                }
            }
        }
        return open;
    }

    /** The moment at which it has been open for so long since then; a hundred years on when that is never. */
    public Instant plusOpen(Instant from, Duration time) {
        Duration left = time;
        Instant counted = from;
        LocalDate first = day(from).minusDays(1);
        for (int i = 0; i < HORIZON && left.compareTo(Duration.ZERO) > 0; i++) {
            for (Interval interval : intervals(first.plusDays(i))) {
                Instant start = later(interval.start(), counted);
                Duration length = Duration.between(start, interval.end());
                if (length.compareTo(left) >= 0) {
                    return start.plus(left);
                }
                if (length.compareTo(Duration.ZERO) > 0) {
                    left = left.minus(length);
                    counted = interval.end();
                }
            }
        }
        return left.compareTo(Duration.ZERO) > 0 ? from.plus(Duration.ofDays(HORIZON)) : from;
    }

    /** The latest moment since which it has been open for so long; a hundred years back when there is none. */
    public Instant minusOpen(Instant to, Duration time) {
        Duration left = time;
        Instant counted = to;
        LocalDate last = day(to);
        for (int i = 0; i < HORIZON && left.compareTo(Duration.ZERO) > 0; i++) {
            List<Interval> intervals = intervals(last.minusDays(i));
            for (int j = intervals.size() - 1; j >= 0; j--) {
                Instant end = earlier(intervals.get(j).end(), counted);
                Duration length = Duration.between(intervals.get(j).start(), end);
                if (length.compareTo(left) >= 0) {
                    return end.minus(left);
                }
                if (length.compareTo(Duration.ZERO) > 0) {
                    left = left.minus(length);
                    counted = intervals.get(j).start();
                }
            }
        }
        return left.compareTo(Duration.ZERO) > 0 ? to.minus(Duration.ofDays(HORIZON)) : to;
    }

    /** What the holiday is called on which it is closed; empty on other days, and for a holiday without a name. */
    public Optional<String> holiday(Instant at) {
        LocalDate day = day(at);
        return rule(openings, day).isPresent()
                ? Optional.empty()
                : rule(holidays, day).flatMap(DayRule::name);
    }

    private List<Interval> intervals(LocalDate day) {
        return rule(openings, day)
                .or(() -> rule(holidays, day))
                .map(DayRule::spans)
                .orElseGet(() -> week.getOrDefault(day.getDayOfWeek(), List.of()))
                .stream()
                .map(span -> span.on(day, zone.getRules()))
                .filter(open -> open.end().isAfter(open.start()))
                .sorted(Comparator.comparing(Interval::start))
                .toList();
    }

    private static Optional<DayRule> rule(List<DayRule> rules, LocalDate day) {
        return rules.stream().filter(rule -> rule.days().contains(day)).findFirst();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
