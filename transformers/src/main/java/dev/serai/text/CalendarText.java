package dev.serai.text;

import java.util.List;
import java.util.Locale;

/** A calendar invitation (RFC 5545) in words, for mail that has nothing else to read. */
public final class CalendarText {
    private static final List<String> SHOWN = List.of("SUMMARY", "DTSTART", "DTEND", "LOCATION", "DESCRIPTION");

    private CalendarText() {}

    /** Summary, times, place and description of the first event, each on a line of its own. */
    public static String of(String calendar) {
        String unfolded = calendar.replaceAll("\r?\n[ \t]", "");
        int event = Math.max(0, unfolded.indexOf("BEGIN:VEVENT"));
        int end = unfolded.indexOf("END:VEVENT", event);
        List<String> lines = unfolded.substring(event, end < 0 ? unfolded.length() : end)
                .lines()
                .toList();
        StringBuilder text = new StringBuilder();
        for (String name : SHOWN) {
            lines.stream()
                    .filter(line -> nameOf(line).equals(name))
                    .findFirst()
                    .ifPresent(line -> append(text, name, line));
        }
        return text.toString().strip();
    }

    private static String nameOf(String line) {
        return line.split("[;:]", 2)[0].toUpperCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String name, String line) {
        String value = line.substring(line.indexOf(':') + 1)
                .replace("\\n", "\n")
                .replace("\\N", "\n")
                .replaceAll("\\\\([,;\\\\])", "$1")
                .strip();
        if (!value.isEmpty()) {
            text.append(name.startsWith("DT") ? name.substring(2) + ": " + time(value) : value)
                    .append('\n');
        }
    }

    /** 20261124T100000Z as 2026-11-24 10:00 Z. */
    private static String time(String value) {
        return value.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?$", "$1-$2-$3 $4:$5 $6")
                .replace(" :", "")
                .strip();
    }
}
