package dev.serai.kind;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one mail system writes what no standard tells: one entry of the table in {@code config/bounces/}. Conditions are
 * texts that must stand in the mail without regard to letter case; of those under one key any, of the keys all.
 *
 * @param name for the reason that is shown
 * @param outcome what a mail that matches is
 * @param from stands in the From field
 * @param subject stands in the subject
 * @param headers by name, what stands in that field; nothing where the field need only be there
 * @param text stands in what the machine says, before the returned mail
 * @param start the line from which on recipients are looked for; null for all
 * @param end the line behind which none are looked for; null for all up to the returned mail
 * @param recipient finds the address of a recipient in a line, in its first group that matched; null to guess
 * @param status finds the status in a line, in its first group; null to take what looks like one
 * @param reason finds what is said about the failure in a line, in its first group; null to take the line of the status
 * @param original the line behind which the returned mail stands; null for what usually says so
 */
public record BouncePattern(
        String name,
        Outcome outcome,
        List<String> from,
        List<String> subject,
        Map<String, List<String>> headers,
        List<String> text,
        @Nullable Pattern start,
        @Nullable Pattern end,
        @Nullable Pattern recipient,
        @Nullable Pattern status,
        @Nullable Pattern reason,
        @Nullable Pattern original) {
    public BouncePattern {
        from = lower(from);
        subject = lower(subject);
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), entry -> lower(entry.getValue())));
        text = lower(text);
        if (from.isEmpty() && subject.isEmpty() && headers.isEmpty() && text.isEmpty()) {
            throw new IllegalArgumentException("bounce pattern '" + name
                    + "' would match every mail; expected at least one of from, subject, headers, text");
        }
    }

    private static List<String> lower(List<String> phrases) {
        return phrases.stream().map(phrase -> phrase.toLowerCase(Locale.ROOT)).toList();
    }

    /** What a mail that matches is. */
    public enum Outcome {
        /** A mail did not arrive. */
        FAILURE,
        /** A mail is late and is tried again. */
        DELAY,
        /** Somebody complained about a mail. */
        COMPLAINT,
        /** An automatic answer. */
        AUTO_REPLY,
        /** None of these, whatever else speaks for it. */
        MESSAGE
    }
}
