package dev.serai.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One event or task of a calendar, while its lines are gathered. */
final class CalendarEvent {
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");

    private final String component;
    private final Map<String, CalendarLine> first = new HashMap<>();
    private final StringBuilder repeats = new StringBuilder();
    private int attendees;

    CalendarEvent(String component) {
        this.component = component;
    }

    void add(CalendarLine line) {
        first.putIfAbsent(line.name(), line);
        if (line.name().equals("ATTENDEE")) {
            attendees++;
        } else if (line.name().equals("RRULE") && repeats.length() == 0) {
            repeats.append(line.value().strip());
        }
    }

    /** Paragraphs of text; empty where it says nothing. */
    String text(String method) {
        StringBuilder text = new StringBuilder();
        String title = value("SUMMARY");
        text.append(opening(method))
                .append(title.isEmpty() ? "(no title)" : title)
                .append('\n');
        line(text, "When", when());
        CalendarTime due = time("DUE");
        line(text, "Due", due == null ? "" : due.until(null));
        line(text, "Where", value("LOCATION"));
        line(text, "Organizer", person(first.get("ORGANIZER")));
        line(text, "Attendees", attendees > 1 || !isReply(method) ? count() : "");
        line(text, "Repeats", repeats.toString());
        String description = value("DESCRIPTION");
        if (!description.isEmpty()) {
            text.append('\n').append(description).append('\n');
        }
        return first.isEmpty() ? "" : text.toString().strip();
    }

    private String count() {
        return attendees == 0 ? "" : Integer.toString(attendees);
    }

    private static boolean isReply(String method) {
        return method.equals("REPLY") || method.equals("COUNTER") || method.equals("REFRESH");
    }

    private String opening(String method) {
        if (method.equals("CANCEL") || value("STATUS").equalsIgnoreCase("CANCELLED")) {
            return "Cancelled: ";
        }
        return switch (method) {
            case "REQUEST" -> component.equals("VTODO") ? "Task: " : "Invitation: ";
            case "REPLY" -> answer();
            case "COUNTER" -> "New time proposed" + by() + ": ";
            case "DECLINECOUNTER" -> "Proposed time declined: ";
            case "REFRESH" -> "Asked for again" + by() + ": ";
            case "ADD" -> "Added to a series: ";
            default -> component.equals("VTODO") ? "Task: " : "";
        };
    }

    private String answer() {
        CalendarLine attendee = first.get("ATTENDEE");
        String status = attendee == null ? "" : attendee.parameter("PARTSTAT").toUpperCase(Locale.ROOT);
        return switch (status) {
            case "ACCEPTED" -> "Accepted" + by() + ": ";
            case "DECLINED" -> "Declined" + by() + ": ";
            case "TENTATIVE" -> "Tentatively accepted" + by() + ": ";
            case "DELEGATED" -> "Delegated" + by() + ": ";
            default -> "Answer" + by() + ": ";
        };
    }

    private String by() {
        String who = person(first.get("ATTENDEE"));
        return who.isEmpty() ? "" : " by " + who;
    }

    private static String person(@Nullable CalendarLine line) {
        if (line == null) {
            return "";
        }
        String address = MAILTO.matcher(line.text()).replaceFirst("").strip();
        String name = line.parameter("CN").strip();
        return name.isEmpty() || name.equalsIgnoreCase(address) ? address : name + " <" + address + ">";
    }

    private String when() {
        CalendarTime start = time("DTSTART");
        if (start == null) {
            return value("DTSTART");
        }
        CalendarTime end = time("DTEND");
        CalendarLine duration = first.get("DURATION");
        return start.until(end == null && duration != null ? start.plus(duration.value()) : end);
    }

    private @Nullable CalendarTime time(String name) {
        CalendarLine line = first.get(name);
        return line == null ? null : CalendarTime.of(line);
    }

    private String value(String name) {
        CalendarLine line = first.get(name);
        return line == null ? "" : line.text();
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(label).append(": ").append(value.replace('\n', ' ')).append('\n');
        }
    }
}
