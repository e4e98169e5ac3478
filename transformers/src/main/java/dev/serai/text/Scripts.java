package dev.serai.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Languages that their script gives away. */
final class Scripts {
    private static final int FEWEST = 4;
    private static final String UKRAINIAN = "іїєґІЇЄҐ";

    private Scripts() {}

    /** The language of the script that most letters are of; empty for Latin and for little text. */
    static Optional<String> languageOf(String text) {
        Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> counts.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int latin = counts.getOrDefault(UnicodeScript.LATIN, 0);
        int kana = counts.getOrDefault(UnicodeScript.HIRAGANA, 0) + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
        int han = counts.getOrDefault(UnicodeScript.HAN, 0);
        // an ideograph says about as much as three letters
        if ((kana + han) * 3 > latin && kana + han >= FEWEST) {
            return Optional.of(kana * 10 > han ? "ja" : "zh");
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= FEWEST && entry.getValue() > latin)
                .max(Map.Entry.comparingByValue())
                .flatMap(entry -> language(entry.getKey(), text));
    }

    private static Optional<String> language(UnicodeScript script, String text) {
        return switch (script) {
            case CYRILLIC -> Optional.of(text.chars().anyMatch(c -> UKRAINIAN.indexOf(c) >= 0) ? "uk" : "ru");
            case GREEK -> Optional.of("el");
            case HANGUL -> Optional.of("ko");
            case ARABIC -> Optional.of("ar");
            case HEBREW -> Optional.of("he");
            case THAI -> Optional.of("th");
            case DEVANAGARI -> Optional.of("hi");
            default -> Optional.empty();
        };
    }
}
