package dev.serai.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Calendar data (iCalendar, RFC 5545, and vCalendar 1.0) in words, for mail that has nothing else to read. */
public final class CalendarText {
    private static final int MOST_EVENTS = 20;
    private static final int LONGEST = 100_000;
    private static final Set<String> TOLD = Set.of("VEVENT", "VTODO", "VJOURNAL");

    private final List<CalendarEvent> events = new ArrayList<>();
    private final List<String> open = new ArrayList<>();
    private String method = "";
    private int more;

    private CalendarText() {}

    /**
     * What it is about (invitation, cancellation, answer), when, where, by and with whom, the description; of the first
     * 20 events, at most 100,000 characters. Empty where there is no event. Never fails.
     */
    public static String of(String calendar) {
        CalendarText text = new CalendarText();
        CalendarLine.each(calendar, text::line);
        return text.text();
    }

    private void line(CalendarLine line) {
        switch (line.name()) {
            case "BEGIN" -> begin(line.value().strip().toUpperCase(Locale.ROOT));
            case "END" -> end();
            case "METHOD" -> method = line.value().strip().toUpperCase(Locale.ROOT);
            default -> {
                if (!open.isEmpty() && TOLD.contains(open.get(open.size() - 1)) && !events.isEmpty() && more == 0) {
                    events.get(events.size() - 1).add(line);
                }
            }
        }
    }

    private void begin(String component) {
        open.add(component);
        if (TOLD.contains(component)) {
            if (events.size() < MOST_EVENTS) {
                events.add(new CalendarEvent(component));
            } else {
                more++;
            }
        }
    }

    private void end() {
        if (!open.isEmpty()) {
            open.remove(open.size() - 1);
        }
    }

    private String text() {
        String all = events.stream()
                .map(event -> event.text(method))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        String cut = all.length() <= LONGEST ? all : all.substring(0, LONGEST);
        return more == 0 ? cut : cut + "\n\nAnd " + more + " more.";
    }
}
