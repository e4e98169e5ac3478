package dev.serai.files;

import dev.serai.calendar.BusinessCalendar;
import dev.serai.calendar.DayRule;
import dev.serai.calendar.Days;
import dev.serai.calendar.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code config/calendars/<name>.yaml}. */
final class CalendarReader {
    private static final String CLOSED = "closed";
    private static final String DAY = "a holiday is {name, date}, {name, from, to} or {name, easter}";
    private final Problems problems;

    CalendarReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty when the file has no usable name, zone or week. */
    Optional<BusinessCalendar> read(String path, String text) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
        if (!Names.isName(name)) {
            problems.error(
                    Place.of(path, 1),
                    "the file name is the calendar's name, and '" + name
                            + "' is none; expected lower-case letters, digits and single hyphens");
            return Optional.empty();
        }
        return YamlFile.parse(path, text).map(problems).flatMap(map -> read(name, map));
    }

    private Optional<BusinessCalendar> read(String name, YamlMap map) {
        YamlReader keys = new YamlReader(map, problems);
        keys.text("description");
        keys.required("timezone");
        Optional<ZoneId> zone = keys.parsed("timezone", CalendarReader::zone);
        Map<DayOfWeek, List<Span>> week = week(keys);
        List<DayRule> holidays = rules(keys, "holidays", false);
        List<DayRule> openings = rules(keys, "open", true);
        keys.rejectUnknown();
        if (week.values().stream().allMatch(List::isEmpty)) {
            keys.error("week", "'week' opens on no day; expected such as mon-fri: 09:00-17:00");
            return Optional.empty();
        }
        return zone.map(found -> new BusinessCalendar(name, found, week, holidays, openings));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone; expected such as Europe/Berlin"
                            + Nearest.guess(text, ZoneId.getAvailableZoneIds()),
                    unknown);
        }
    }

    private Map<DayOfWeek, List<Span>> week(YamlReader keys) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        keys.map("week")
                .ifPresent(found -> found.entries().forEach(entry -> {
                    List<Span> spans = spans(new YamlReader(found, problems), entry.name());
                    noted(entry.key().place(), () -> WeekDays.of(entry.name()))
                            .ifPresent(days -> days.forEach(day -> day(week, day, spans, entry)));
                }));
        return week;
    }

    private void day(Map<DayOfWeek, List<Span>> week, DayOfWeek day, List<Span> spans, YamlMap.Entry entry) {
        if (week.putIfAbsent(day, spans) != null) {
            problems.error(
                    entry.key().place(),
                    "'" + entry.name() + "' names " + WeekDays.name(day) + " again; name each day once");
        }
    }

    private List<DayRule> rules(YamlReader keys, String key, boolean open) {
        List<DayRule> rules = new ArrayList<>();
        for (YamlNode item : keys.list(key)) {
            if (item instanceof YamlMap map) {
                rule(map, open).ifPresent(rules::add);
            } else {
                problems.error(item.place(), open ? "'open' is a list of {name, date, hours}" : DAY);
            }
        }
        return rules;
    }

    private Optional<DayRule> rule(YamlMap map, boolean open) {
        YamlReader keys = new YamlReader(map, problems);
        Optional<String> name = keys.text("name").filter(text -> !text.isEmpty());
        Optional<Days> days = days(keys);
        List<Span> spans = List.of();
        if (open) {
            if (!keys.has("hours")) {
                keys.error("hours", "'hours' is missing; it must be given");
            }
            spans = spans(keys, "hours");
        }
        keys.rejectUnknown();
        List<Span> hours = spans;
        return days.map(found -> new DayRule(found, name, hours));
    }

    private Optional<Days> days(YamlReader keys) {
        Optional<String> date = keys.text("date");
        Optional<String> from = keys.text("from");
        Optional<String> to = keys.text("to");
        Optional<Integer> easter = keys.number("easter", -100, 200);
        int forms = (keys.has("date") ? 1 : 0)
                + (keys.has("from") || keys.has("to") ? 1 : 0)
                + (keys.has("easter") ? 1 : 0);
        if (forms != 1 || from.isPresent() != to.isPresent()) {
            keys.error("date", "which days? Give either 'date', or 'from' and 'to', or 'easter' (days after Easter)");
            return Optional.empty();
        }
        if (keys.has("easter")) {
            return easter.map(Days::easter);
        }
        Place place = keys.placeOf(date.isPresent() ? "date" : "from");
        return noted(
                place,
                () -> Days.range(
                        date.or(() -> from).orElse(""), date.or(() -> to).orElse("")));
    }

    /** The spans under a key, in order and apart from each other. */
    private List<Span> spans(YamlReader keys, String key) {
        List<Span> spans = new ArrayList<>();
        List<String> texts = keys.texts(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
        if (texts.equals(List.of(CLOSED))) {
            return List.of();
        }
        if (texts.isEmpty()) {
            keys.error(key, "'" + key + "' has no hours; expected such as 09:00-17:00, or closed");
        }
        for (String text : texts) {
            noted(keys.placeOf(key), () -> Span.of(text)).ifPresent(span -> {
                if (spans.stream().anyMatch(span::overlaps)) {
                    keys.error(key, "'" + text + "' overlaps another span of '" + key + "'");
                }
                spans.add(span);
            });
        }
        return List.copyOf(spans);
    }

    private <T> Optional<T> noted(Place place, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException wrong) {
            problems.error(place, String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }
}
