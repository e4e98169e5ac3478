package dev.serai.transform.tnef;

import dev.serai.message.MailAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A meeting request, an answer to one, or an appointment.
 *
 * @param title what kind it is, for people
 * @param method of iTIP (RFC 5546)
 * @param answer the participant's answer in iCalendar's words; null for what is none
 */
record Meeting(
        String title,
        String method,
        @Nullable String answer,
        TnefEnvelope envelope,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String place,
        String id) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LINE = 70;

    /** By the class of the message, in lower case; null for what is no meeting. */
    static @Nullable Meeting of(String kind, TnefMessage message) {
        if (kind.startsWith("ipm.appointment")) {
            return read("Appointment", "PUBLISH", null, message);
        }
        if (!kind.startsWith("ipm.schedule.meeting") && !kind.startsWith("ipm.microsoft schedule.mtg")) {
            return null;
        }
        if (kind.contains("resp")) {
            return answer(kind, message);
        }
        boolean cancelled = kind.contains("cancel") || kind.endsWith("mtgcncl");
        return cancelled
                ? read("Meeting cancelled", "CANCEL", null, message)
                : read("Meeting request", "REQUEST", null, message);
    }

    private static Meeting answer(String kind, TnefMessage message) {
        if (kind.endsWith("pos") || kind.endsWith("respp")) {
            return read("Meeting accepted", "REPLY", "ACCEPTED", message);
        }
        if (kind.endsWith("neg") || kind.endsWith("respn")) {
            return read("Meeting declined", "REPLY", "DECLINED", message);
        }
        return read("Meeting accepted tentatively", "REPLY", "TENTATIVE", message);
    }

    private static Meeting read(String title, String method, @Nullable String answer, TnefMessage message) {
        Instant start = message.properties.time(Tag.MEETING_START, Tag.COMMON_START, Tag.START_DATE);
        Instant end = message.properties.time(Tag.MEETING_END, Tag.COMMON_END, Tag.END_DATE);
        byte[] id = message.properties.bytes(Tag.MEETING_ID);
        return new Meeting(
                title,
                method,
                answer,
                TnefEnvelope.of(message),
                start == null ? TnefEnvelope.date(message.attributes.get(Tag.ATT_DATE_START)) : start,
                end == null ? TnefEnvelope.date(message.attributes.get(Tag.ATT_DATE_END)) : end,
                message.text(Tag.LOCATION),
                id == null ? "" : HexFormat.of().withUpperCase().formatHex(id));
    }

    /** As iCalendar, with CRLF. */
    String calendar() {
        StringBuilder lines = new StringBuilder();
        add(lines, "BEGIN", "VCALENDAR");
        add(lines, "VERSION", "2.0");
        add(lines, "PRODID", "-//serai//tnef//EN");
        add(lines, "METHOD", method);
        add(lines, "BEGIN", "VEVENT");
        add(lines, "UID", id.isEmpty() ? envelope.messageId() : id);
        add(lines, "DTSTAMP", envelope.date() == null ? null : TIME.format(envelope.date()));
        add(lines, "SUMMARY", escaped(envelope.subject()));
        add(lines, "DTSTART", start == null ? null : TIME.format(start));
        add(lines, "DTEND", end == null ? null : TIME.format(end));
        add(lines, "LOCATION", escaped(place));
        people(lines);
        add(lines, "END", "VEVENT");
        add(lines, "END", "VCALENDAR");
        return lines.toString();
    }

    private void people(StringBuilder lines) {
        if (answer != null) {
            add(lines, "ATTENDEE;PARTSTAT=" + answer, mailto(envelope.from()));
            return;
        }
        add(lines, "ORGANIZER", mailto(envelope.from()));
        for (MailAddress one : envelope.to()) {
            add(lines, "ATTENDEE", mailto(one));
        }
    }

    private static @Nullable String mailto(@Nullable MailAddress address) {
        return address == null || address.address().isEmpty() ? null : "mailto:" + address.address();
    }

    private static @Nullable String escaped(@Nullable String text) {
        return text == null
                ? null
                : text.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n");
    }

    /** A line, folded at some 70 characters (RFC 5545 section 3.1); none without a value. */
    private static void add(StringBuilder lines, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        String line = name + ":" + value;
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            boolean whole = !Character.isLowSurrogate(line.charAt(i));
            if (column >= LINE && whole) {
                lines.append("\r\n ");
                column = 1;
            }
            lines.append(line.charAt(i));
            column += line.charAt(i) < 0x80 ? 1 : 3;
        }
        lines.append("\r\n");
    }
}
