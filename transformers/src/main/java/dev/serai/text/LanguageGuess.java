package dev.serai.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a text, by its script, its commonest words and its letters. */
public final class LanguageGuess {
    private static final int LONGEST = 20_000;
    private static final double LEAST = 2.0;
    private static final double LEAST_SHARE = 0.12;
    private static final double LEAD = 1.3;
    private static final double LETTER = 0.6;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'¿¡]+");
    private static final Pattern NOISE = Pattern.compile("(?m)^>.*$|https?://\\S+|(?<!\\S)\\S+@\\S+");

    private LanguageGuess() {}

    /**
     * The ISO 639-1 code, for instance {@code de}; empty where the text is too short or too mixed to be sure, so that
     * a default can win. Quoted lines, links and addresses do not count.
     */
    public static Optional<String> of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String own = NOISE.matcher(head.replace('\u2019', '\'')).replaceAll(" ");
        return Scripts.languageOf(own).or(() -> byWords(own));
    }

    private static Optional<String> byWords(String text) {
        Map<String, Double> scores = new HashMap<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        int count = 0;
        while (words.find()) {
            count++;
            add(scores, StopWords.languagesOf(words.group()), 1);
            letters(scores, words.group());
        }
        return best(scores, count);
    }

    /** A word that several languages share speaks less for each of them. */
    private static void add(Map<String, Double> scores, List<String> languages, double weight) {
        double share = weight / Math.sqrt(languages.size());
        for (String language : languages) {
            scores.merge(language, share, Double::sum);
        }
    }

    /** The letter of a word that says most. */
    private static void letters(Map<String, Double> scores, String word) {
        List<String> fewest = List.of();
        for (int i = 0; i < word.length(); i++) {
            List<String> languages = SpecialLetters.languagesOf(word.charAt(i));
            if (!languages.isEmpty() && (fewest.isEmpty() || languages.size() < fewest.size())) {
                fewest = languages;
            }
        }
        add(scores, fewest, LETTER);
    }

    private static Optional<String> best(Map<String, Double> scores, int words) {
        String best = "";
        double most = 0;
        double second = 0;
        for (Map.Entry<String, Double> entry : scores.entrySet()) {
            if (entry.getValue() > most) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        boolean sure = most >= LEAST && most >= words * LEAST_SHARE && most >= second * LEAD;
        return sure ? Optional.of(best) : Optional.empty();
    }
}
