package dev.serai.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The commonest words of languages in Latin script, from {@code stop-words.txt}; a word may belong to several. */
final class StopWords {
    private static final String FILE = "stop-words.txt";
    private static final Map<String, int[]> LANGUAGES = byWord();
    private static final int[] NOTHING = {};

    private StopWords() {}

    private static Map<String, int[]> byWord() {
        Map<String, Set<String>> languages = new HashMap<>();
        for (String line : file().lines().filter(one -> !one.startsWith("#")).toList()) {
            String[] words = line.split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                languages.computeIfAbsent(words[i], key -> new TreeSet<>()).add(words[0]);
            }
        }
        Map<String, int[]> signs = new HashMap<>();
        languages.forEach((word, found) -> signs.put(word, LanguageScores.sign(found)));
        return Map.copyOf(signs);
    }

    private static String file() {
        try (InputStream in = Objects.requireNonNull(StopWords.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " could not be read from the class path.", e);
        }
    }

    /** The languages that a lower-case word is common in. */
    static int[] languagesOf(String word) {
        return LANGUAGES.getOrDefault(word, NOTHING);
    }
}
