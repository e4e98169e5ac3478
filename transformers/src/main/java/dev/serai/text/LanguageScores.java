package dev.serai.text;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How much speaks for each language in Latin script; a sign that several share speaks less for each of them. */
final class LanguageScores {
    private static final List<String> CODES = List.of(
            "ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "it", "lt", "lv", "nl", "no", "pl", "pt",
            "ro", "sk", "sl", "sv", "tr");
    private static final double LEAST = 2.0;
    private static final double LEAST_SHARE = 0.12;
    private static final double LEAD = 1.3;

    private final double[] scores = new double[CODES.size()];

    /** A sign of some languages, for {@link #add}. */
    static int[] sign(Collection<String> languages) {
        return languages.stream().mapToInt(LanguageScores::number).toArray();
    }

    private static int number(String code) {
        int number = CODES.indexOf(code);
        if (number < 0) {
            throw new IllegalArgumentException("language is '" + code + "'; expected one of " + CODES);
        }
        return number;
    }

    void add(int[] sign, double weight) {
        if (sign.length > 0) {
            double share = weight / Math.sqrt(sign.length);
            for (int language : sign) {
                scores[language] += share;
            }
        }
    }

    /** The one that leads clearly in a text of so many words. */
    Optional<String> best(int words) {
        int best = 0;
        double second = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = scores[best];
                best = i;
            } else {
                second = Math.max(second, scores[i]);
            }
        }
        double most = scores[best];
        boolean sure = most >= LEAST && most >= words * LEAST_SHARE && most >= second * LEAD;
        return sure ? Optional.of(CODES.get(best)) : Optional.empty();
    }
}
