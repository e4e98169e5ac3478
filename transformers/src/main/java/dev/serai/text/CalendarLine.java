package dev.serai.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One unfolded line of calendar data (RFC 5545 section 3.1).
 *
 * @param name in upper-case, without the group in front of it
 * @param parameters by their names in upper-case, without quotes
 * @param value decoded where it is quoted-printable, else as it stands
 */
record CalendarLine(String name, Map<String, String> parameters, String value) {

    /** Walks through all lines; what is no line is passed over. */
    static void each(String calendar, Consumer<CalendarLine> consumer) {
        StringBuilder line = new StringBuilder();
        for (String raw : (Iterable<String>) calendar.lines()::iterator) {
            boolean folded = raw.startsWith(" ") || raw.startsWith("\t");
            if (folded) {
                line.append(raw, 1, raw.length());
            } else if (isSoftBreak(line)) {
                line.setLength(line.length() - 1);
                line.append(raw);
            } else {
                take(line.toString(), consumer);
                line.setLength(0);
                line.append(raw);
            }
        }
        take(line.toString(), consumer);
    }

    /** vCalendar 1.0 goes on behind an equals sign at the end of the line. */
    private static boolean isSoftBreak(StringBuilder line) {
        int colon = line.length() > 0 && line.charAt(line.length() - 1) == '=' ? line.indexOf(":") : -1;
        return colon > 0 && line.substring(0, colon).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
    }

    private static void take(String line, Consumer<CalendarLine> consumer) {
        int colon = unquoted(line, ':', 0);
        if (colon > 0) {
            consumer.accept(of(line.substring(0, colon), line.substring(colon + 1)));
        }
    }

    private static CalendarLine of(String head, String value) {
        int end = unquoted(head, ';', 0);
        String name = (end < 0 ? head : head.substring(0, end)).strip().toUpperCase(Locale.ROOT);
        Map<String, String> parameters = new HashMap<>();
        while (end >= 0 && end < head.length()) {
            int next = unquoted(head, ';', end + 1);
            parameter(head.substring(end + 1, next < 0 ? head.length() : next), parameters);
            end = next;
        }
        boolean encoded = "QUOTED-PRINTABLE".equalsIgnoreCase(parameters.get("ENCODING"));
        String decoded = encoded ? decoded(value, parameters.getOrDefault("CHARSET", "UTF-8")) : value;
        return new CalendarLine(name.substring(name.lastIndexOf('.') + 1), parameters, decoded);
    }

    private static void parameter(String text, Map<String, String> parameters) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            parameters.putIfAbsent("ENCODING", text.strip());
        } else {
            parameters.putIfAbsent(
                    text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                    text.substring(equals + 1).replace("\"", "").strip());
        }
    }

    private static int unquoted(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String decoded(String value, String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        for (int i = 0; i < value.length(); i++) {
            int high = value.charAt(i) == '=' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(value.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return bytes.toString(Charset.forName(charset)).replace("\r\n", "\n");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    /** The value as text, its escapes undone (RFC 5545 section 3.3.11), without control characters. */
    String text() {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                char next = value.charAt(++i);
                text.append(next == 'n' || next == 'N' ? '\n' : next);
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    String parameter(String wanted) {
        return parameters.getOrDefault(wanted, "");
    }
}
