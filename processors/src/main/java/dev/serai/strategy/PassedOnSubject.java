package dev.serai.strategy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The subject of a mail that is passed on: a prefix, once, before the original's. */
public final class PassedOnSubject {
    private static final int LONGEST = 900;

    private PassedOnSubject() {}

    public static String of(String prefix, @Nullable String original) {
        String subject = original == null
                ? ""
                : original.replaceAll("[\\r\\n\\u0000\\u0085\\u2028\\u2029]+", " ")
                        .strip();
        String clipped = subject.substring(0, Math.min(LONGEST, subject.length()));
        String before = prefix.strip();
        boolean there = clipped.toLowerCase(Locale.ROOT).startsWith(before.toLowerCase(Locale.ROOT));
        return there ? clipped : (before + " " + clipped).strip();
    }
}
