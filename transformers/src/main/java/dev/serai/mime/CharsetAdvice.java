package dev.serai.mime;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to understand senders who do not say their charset, or say a wrong one.
 *
 * @param assumed what bytes are that nobody labelled and that are no UTF-8; null leaves it to guessing
 * @param disbelieved labels in lower-case that count as none
 */
public record CharsetAdvice(@Nullable Charset assumed, Set<String> disbelieved) {
    /** Labels are believed, the rest is guessed. */
    public static final CharsetAdvice NONE = new CharsetAdvice(null, Set.of());

    public CharsetAdvice {
        disbelieved = Set.copyOf(disbelieved);
    }

    /** A charset by any name that mail uses for it; null where there is none of that name. */
    public static @Nullable Charset charset(String name) {
        return CharsetNames.find(name);
    }

    /** A label, if it is to be believed. */
    @Nullable
    String believed(@Nullable String label) {
        return label == null
                        || disbelieved.isEmpty()
                        || !disbelieved.contains(label.strip().toLowerCase(Locale.ROOT))
                ? label
                : null;
    }
}
