package dev.serai.mime;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of mail (RFC 5322 sections 3.3 and 4.3), and those that senders write instead. */
final class MailDates {
    private static final int LONGEST = 200;
    private static final String TIME = "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,]\\d+)?)?";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?<day>\\d{1,2})[ -]*+(?<month>\\p{Alpha}{3,9})\\.?[ ,-]+(?<year>\\d{2,5})[ ,]+" + TIME
                    + "(?<zone>.*)"),
            Pattern.compile("(?<month>\\p{Alpha}{3,9})\\.? +(?<day>\\d{1,2}),? +" + TIME
                    + "(?<zone>.*?) +(?<year>\\d{4})\\b.*"),
            Pattern.compile(
                    "(?<month>\\p{Alpha}{3,9})\\.? +(?<day>\\d{1,2}),? +(?<year>\\d{4}),? +" + TIME + "(?<zone>.*)"),
            Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})[T ]+" + TIME + "(?<zone>.*)"));
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.of(
            "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8, "PDT", -7, "CET", 1, "CEST",
            2);
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})");

    private MailDates() {}

    /** The moment with its offset, UTC where none is written; null for what is no date between 1970 and 2199. */
    static @Nullable OffsetDateTime parse(String value) {
        String text = value.length() > LONGEST ? value.substring(0, LONGEST) : value;
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            if (matcher.find()) {
                return moment(matcher);
            }
        }
        return null;
    }

    private static @Nullable OffsetDateTime moment(Matcher matcher) {
        try {
            int year = year(matcher.group("year"));
            String second = matcher.group("second");
            LocalDateTime local = LocalDateTime.of(
                    year,
                    month(matcher.group("month")),
                    number(matcher.group("day")),
                    number(matcher.group("hour")),
                    number(matcher.group("minute")),
                    second == null ? 0 : Math.min(59, number(second)));
            return year < 1970 || year > 2199 ? null : OffsetDateTime.of(local, zone(matcher.group("zone")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Two digits as in RFC 5322 section 4.3; three stay impossible. */
    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(String word) {
        return Character.isDigit(word.charAt(0))
                ? number(word)
                : MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static ZoneOffset zone(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            int minutes = number(offset.group(2)) * 60 + number(offset.group(3));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
        }
        String word = text.strip().replaceAll("\\W.*", "").toUpperCase(Locale.ROOT);
        return ZoneOffset.ofHours(ZONES.getOrDefault(word, 0));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
