package dev.serai.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The language of a text, by its script, its commonest words and its letters. */
public final class LanguageGuess {
    private static final int LONGEST = 20_000;
    private static final double LETTER = 0.6;
    private static final Pattern NOISE = Pattern.compile("(?m)^>.*$|https?://\\S+|(?<!\\S)\\S+@\\S+");

    private LanguageGuess() {}

    /**
     * The ISO 639-1 code, for instance {@code de}; empty where the text is too short or too mixed to be sure, so that
     * a default can win. Quoted lines, links and addresses do not count.
     */
    public static Optional<String> of(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String plain = head.replace('\u2019', '\'');
        String own = mayHaveNoise(plain) ? NOISE.matcher(plain).replaceAll(" ") : plain;
        return Scripts.languageOf(own).or(() -> byWords(own));
    }

    private static boolean mayHaveNoise(String text) {
        return text.indexOf('@') >= 0 || text.indexOf('>') >= 0 || text.contains("://");
    }

    private static Optional<String> byWords(String text) {
        LanguageScores scores = new LanguageScores();
        String lower = text.toLowerCase(Locale.ROOT);
        int count = 0;
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !isOfWord(lower.charAt(i))) {
                if (i > from) {
                    count++;
                    String word = lower.substring(from, i);
                    scores.add(StopWords.languagesOf(word), 1);
                    scores.add(rarestLetter(word), LETTER);
                }
                from = i + 1;
            }
        }
        return scores.best(count);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || c == '\'' || c == '\u00bf' || c == '\u00a1' || isMark(Character.getType(c));
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** What the letter of a word says that says most. */
    private static int[] rarestLetter(String word) {
        int[] fewest = SpecialLetters.NOTHING;
        for (int i = 0; i < word.length(); i++) {
            int[] languages = SpecialLetters.languagesOf(word.charAt(i));
            if (languages.length > 0 && (fewest.length == 0 || languages.length < fewest.length)) {
                fewest = languages;
            }
        }
        return fewest;
    }
}
