package dev.serai.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A list of phrases out of a resource of this package, one a line, lower-case; a line with # is a comment. */
final class Phrases {
    private final List<String> phrases;
    private final Set<String> set;

    private Phrases(List<String> phrases) {
        this.phrases = phrases;
        this.set = Set.copyOf(phrases);
    }

    static Phrases of(String name) {
        try (InputStream in = Phrases.class.getResourceAsStream(name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of phrases '" + name + ".txt' is not in the jar");
            }
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.stripTrailing().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .distinct()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the list of phrases '" + name + ".txt' cannot be read", e);
        }
    }

    /** Whether a lower-case text begins with one of them. */
    boolean begins(String text) {
        for (String phrase : phrases) {
            if (text.startsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a lower-case text is one of them. */
    boolean is(String text) {
        return set.contains(text);
    }

    /** Whether one of them stands in a lower-case text. */
    boolean in(String text) {
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
