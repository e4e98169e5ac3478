package dev.serai.kind;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The patterns of bounces that follow no standard; the first that matches counts. Immutable. */
public final class BounceTable {
    /** No patterns: what no standard tells is judged by its signs alone. */
    public static final BounceTable EMPTY = new BounceTable(List.of());

    private final List<BouncePattern> patterns;

    public BounceTable(List<BouncePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** The patterns in their order. */
    public List<BouncePattern> patterns() {
        return patterns;
    }

    /** Whether the header alone fits a pattern that says more about the header than a subject. */
    boolean knows(Clues clues) {
        for (BouncePattern pattern : patterns) {
            boolean telling = !pattern.from().isEmpty() || !pattern.headers().isEmpty();
            if (telling && fitsHeader(pattern, clues)) {
                return true;
            }
        }
        return false;
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
                && pattern.headers().entrySet().stream().allMatch(entry -> fitsField(entry, clues.headers));
    }

    private static boolean fitsField(Map.Entry<String, List<String>> wanted, HeaderIndex headers) {
        String name = wanted.getKey();
        return headers.has(name)
                && (wanted.getValue().isEmpty()
                        || any(wanted.getValue(), name.equals("received") ? headers.received() : headers.lower(name)));
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
