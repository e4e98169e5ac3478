package dev.serai.capture.mailbox.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few header fields that capture itself reads (RFC 5322 section 2.2); everything else is intake's. */
public final class HeaderFields {
    /** A line is no longer (RFC 5322 section 2.1.1). */
    private static final int LONGEST_DATE = 998;

    private final String unfolded;

    private HeaderFields(String unfolded) {
        this.unfolded = unfolded;
    }

    /** Reads up to the first empty line. */
    public static HeaderFields of(byte[] mail) {
        String text = new String(mail, ISO_8859_1).replace("\r\n", "\n");
        int end = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
        String block = end < 0 ? text : text.substring(0, end);
        return new HeaderFields("\n" + block.replaceAll("\n(?=[ \t])", ""));
    }

    /** The first field of a name, trimmed; empty when absent or blank. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All fields of a name, trimmed, without blank ones. */
    public List<String> all(String name) {
        String field = "\n" + name + ":";
        List<String> values = new ArrayList<>();
        for (int at = unfolded.indexOf('\n'); at >= 0; at = unfolded.indexOf('\n', at + 1)) {
            if (unfolded.regionMatches(true, at, field, 0, field.length())) {
                int end = unfolded.indexOf('\n', at + 1);
                String value = unfolded.substring(at + field.length(), end < 0 ? unfolded.length() : end);
                if (!value.isBlank()) {
                    values.add(value.strip());
                }
            }
        }
        return values;
    }

    /** Message-ID in the form that the ledger keeps. */
    public Optional<String> messageId() {
        return first("Message-ID").map(LedgerForm::of).filter(text -> !text.isEmpty());
    }

    /** The date of the topmost Received field (RFC 5321 section 4.4); empty when there is none that can be read. */
    public Optional<Instant> received() {
        return first("Received").flatMap(HeaderFields::dateOf);
    }

    private static Optional<Instant> dateOf(String received) {
        String date = received.substring(received.lastIndexOf(';') + 1);
        if (date.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        date = date.replaceAll("\\([^)]*\\)", "").replaceAll("\\s+", " ").strip();
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
