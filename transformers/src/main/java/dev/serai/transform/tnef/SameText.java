package dev.serai.transform.tnef;

import java.util.HashSet;
import java.util.Set;

/** Whether two texts are two writings of one. */
final class SameText {
    private static final int LONGEST = 20_000;
    private static final double SHARE = 0.8;

    private SameText() {}

    /** Whether the first says what the second says: nearly all of its words are there. */
    static boolean says(String first, String second) {
        Set<String> wanted = words(second);
        int all = wanted.size();
        if (first.isBlank()) {
            return all == 0 && second.isBlank();
        }
        wanted.removeAll(words(first));
        return wanted.size() <= all * (1 - SHARE);
    }

    private static Set<String> words(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Set<String> words = new HashSet<>();
        for (String word : head.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
