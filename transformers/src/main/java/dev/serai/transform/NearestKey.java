package dev.serai.transform;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that somebody probably meant. */
final class NearestKey {
    private NearestKey() {}

    /** The end of a message: the nearest key, else all that there are. */
    static String hint(String written, Collection<String> keys) {
        if (keys.isEmpty()) {
            return "; there are none";
        }
        int allowed = Math.max(2, written.length() / 3);
        Optional<String> nearest = keys.stream()
                .filter(key -> distance(written, key) <= allowed)
                .min(Comparator.comparingInt(key -> distance(written, key)));
        return nearest.map(key -> "; did you mean '" + key + "'?").orElse("; expected " + String.join(", ", keys));
    }

    /** Edits of one letter between two words, in any letter case. */
    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
