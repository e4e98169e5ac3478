package dev.serai.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that somebody probably meant. */
public final class Nearest {
    private static final int LIST_AT_MOST = 12;

    private Nearest() {}

    /** The name closest to what was written, when it is close: a third of its length in edits, at least 2. */
    public static Optional<String> of(String written, Collection<String> names) {
        int allowed = Math.max(2, written.length() / 3);
        return names.stream()
                .filter(name -> distance(fold(written), fold(name)) <= allowed)
                .min(Comparator.<String>comparingInt(name -> distance(fold(written), fold(name)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The end of a message: the nearest name, or nothing. */
    public static String guess(String written, Collection<String> names) {
        return of(written, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    }

    /** The end of a message: the nearest name, or all of them when they are few, or nothing. */
    public static String hint(String written, Collection<String> names) {
        Optional<String> nearest = of(written, names);
        if (nearest.isPresent()) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        if (names.isEmpty() || names.size() > LIST_AT_MOST) {
            return "";
        }
        return "; there are: " + names.stream().sorted().collect(Collectors.joining(", "));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Edits of one letter (insert, delete, replace) between two words. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replace, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
