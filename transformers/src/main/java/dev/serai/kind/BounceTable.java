package dev.serai.kind;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns of bounces that follow no standard; the first that matches counts. Immutable. */
public final class BounceTable {
    /** No patterns: what no standard tells is judged by its signs alone. */
    public static final BounceTable EMPTY = new BounceTable(List.of());

    private final List<BouncePattern> patterns;
    /** Those whose header tells a mail system that has no other sign. */
    private final List<BouncePattern> telling;

    public BounceTable(List<BouncePattern> patterns) {
        this.patterns = List.copyOf(patterns);
        this.telling = this.patterns.stream()
                .filter(pattern -> !pattern.from().isEmpty()
                        || !pattern.headers().isEmpty()
                        || (!pattern.subject().isEmpty() && !pattern.text().isEmpty()))
                .toList();
    }

    /** The patterns in their order. */
    public List<BouncePattern> patterns() {
        return patterns;
    }

    /** Whether the header fits a pattern that needs no other sign of a machine. */
    boolean knows(Clues clues) {
        for (BouncePattern pattern : telling) {
            if (fitsHeader(pattern, clues) && (tells(pattern) || begins(pattern, clues))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a pattern says more about the header than a subject. */
    static boolean tells(BouncePattern pattern) {
        return !pattern.from().isEmpty() || !pattern.headers().isEmpty();
    }

    private static boolean begins(BouncePattern pattern, Clues clues) {
        return pattern.subject().stream().anyMatch(clues.subject::startsWith);
    }

    /** The first pattern that a mail fits; null where there is none. */
    @Nullable
    BouncePattern find(Clues clues, String said) {
        for (BouncePattern pattern : patterns) {
            boolean fits = fitsHeader(pattern, clues) && any(pattern.text(), said);
            if (fits) {
                return pattern;
            }
        }
        return null;
    }

    private static boolean fitsHeader(BouncePattern pattern, Clues clues) {
        return any(pattern.from(), clues.from)
                && any(pattern.subject(), clues.subject)
                && (pattern.headers().isEmpty() || fitsFields(pattern.headers(), clues.headers));
    }

    private static boolean fitsFields(Map<String, List<String>> wanted, HeaderIndex headers) {
        for (Map.Entry<String, List<String>> field : wanted.entrySet()) {
            String name = field.getKey();
            boolean fits = headers.has(name)
                    && (field.getValue().isEmpty()
                            || any(
                                    field.getValue(),
                                    name.equals("received") ? headers.received() : headers.lower(name)));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(List<String> phrases, String text) {
        if (phrases.isEmpty()) {
            return true;
        }
        for (String phrase : phrases) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
