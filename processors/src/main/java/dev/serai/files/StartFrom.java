package dev.serai.files;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a mailbox takes of the mail that it finds at first contact.
 *
 * @param kind what counts
 * @param date the first day taken, for {@link Kind#DATE}
 */
public record StartFrom(Kind kind, Optional<LocalDate> date) {
    /** What counts. */
    public enum Kind {
        /** What nobody has read (IMAP). */
        UNSEEN,
        /** Everything. */
        ALL,
        /** Nothing that is there already. */
        NOW,
        /** What arrived on a day or later (IMAP: INTERNALDATE). */
        DATE
    }

    /** A kind without a date. */
    public static StartFrom of(Kind kind) {
        return new StartFrom(kind, Optional.empty());
    }

    /**
     * Reads {@code unseen}, {@code all}, {@code now} or a day.
     *
     * @throws IllegalArgumentException saying what was expected
     */
    public static StartFrom of(String text) {
        return switch (text) {
            case "unseen" -> of(Kind.UNSEEN);
            case "all" -> of(Kind.ALL);
            case "now" -> of(Kind.NOW);
            default -> new StartFrom(Kind.DATE, Optional.of(day(text)));
        };
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is none of unseen, all, now, or a day such as 2026-11-01", e);
        }
    }

    /** As the file writes it. */
    @Override
    public String toString() {
        return date.map(LocalDate::toString).orElseGet(() -> Choices.text(kind));
    }
}
