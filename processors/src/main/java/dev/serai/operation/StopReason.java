package dev.serai.operation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words a life may end with, and one's own after `x-`. */
public final class StopReason {
    public static final String COMPLETED = "completed";
    public static final String ANSWERED = "answered";
    public static final String FORWARDED = "forwarded";
    public static final String REDIRECTED = "redirected";
    public static final String CANCELLED = "cancelled";

    private static final Set<String> WORDS = Set.copyOf(List.of(
            COMPLETED,
            ANSWERED,
            "autoresponse",
            "sent",
            FORWARDED,
            REDIRECTED,
            "spam",
            "duplicate",
            CANCELLED,
            "expired"));

    private StopReason() {}

    /** The reason itself when it is one of the words, the fallback when it is a sentence or absent. */
    public static String of(@Nullable String given, String fallback) {
        if (given == null) {
            return fallback;
        }
        String word = given.strip().toLowerCase(Locale.ROOT);
        return WORDS.contains(word) || word.matches("x-[a-z0-9-]{1,62}") ? word : fallback;
    }
}
