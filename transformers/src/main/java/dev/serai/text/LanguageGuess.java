package dev.serai.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a text, by its script and its commonest words. */
public final class LanguageGuess {
    private static final int LONGEST = 20_000;
    private static final int FEWEST_HITS = 3;
    private static final double FEWEST_SHARE = 0.12;
    private static final double LEAD = 1.25;
    private static final Pattern WORD = Pattern.compile("[\\p{L}']+");
    private static final Pattern NOISE = Pattern.compile("(?m)^>.*$|https?://\\S+|(?<!\\S)\\S+@\\S+");

    private LanguageGuess() {}

    /**
     * The ISO 639-1 code, for instance {@code de}; empty where the text is too short or too mixed to be sure, so that
     * a default can win. Quoted lines, links and addresses do not count.
     */
    public static Optional<String> of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String own = NOISE.matcher(head).replaceAll(" ");
        return Scripts.languageOf(own).or(() -> byWords(own));
    }

    private static Optional<String> byWords(String text) {
        Map<String, Integer> hits = new HashMap<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        int count = 0;
        while (words.find()) {
            count++;
            for (String language : StopWords.languagesOf(words.group())) {
                hits.merge(language, 1, Integer::sum);
            }
        }
        return best(hits, count);
    }

    private static Optional<String> best(Map<String, Integer> hits, int words) {
        String best = "";
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Integer> entry : hits.entrySet()) {
            if (entry.getValue() > most) {
                second = most;
                most = entry.getValue();
                best = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        boolean sure = most >= FEWEST_HITS && most >= words * FEWEST_SHARE && most >= second * LEAD;
        return sure ? Optional.of(best) : Optional.empty();
    }
}
