package dev.serai.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Languages that their script gives away. */
final class Scripts {
    private static final int FEWEST = 4;
    private static final char GREEK = '\u0370';
    private static final Pattern UKRAINIAN = Pattern.compile("[їєґіЇЄҐІ]");
    private static final Pattern UKRAINIAN_WORDS =
            Pattern.compile("(?iu)(?<!\\p{L})(?:ще|що|добрий|дякую|ласка|замовлення|коли|чому|чи|та|як)(?!\\p{L})");
    private static final Pattern BELARUSIAN = Pattern.compile("[ўЎ]");
    private static final Pattern SERBIAN = Pattern.compile("[јљњђћџЈЉЊЂЋЏ]");
    private static final Pattern MACEDONIAN = Pattern.compile("[ѓќѕЃЌЅ]");
    private static final Pattern RUSSIAN = Pattern.compile("[ыэёЫЭЁ]");
    private static final Pattern BULGARIAN = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:съм|във|със|това|моля|благодаря|поздрави|здравейте|поръчка|поръчката|моята|къде|кога|още|не съм|сте|са|че)(?!\\p{L})");
    private static final Pattern PERSIAN = Pattern.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc]");
    private static final Pattern URDU = Pattern.compile("[\u0679\u0688\u0691\u06ba\u06be\u06d2]");

    private Scripts() {}

    /** The language of the script that most letters are of; empty for Latin and for little text. */
    static Optional<String> languageOf(String text) {
        if (isLatin(text)) {
            return Optional.empty();
        }
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

    /** Whether all letters lie in front of the Greek ones; most mail is done with here. */
    private static boolean isLatin(String text) {
        int others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            others += c >= GREEK && Character.isLetter(c) ? 1 : 0;
        }
        return others < FEWEST;
    }

    private static Optional<String> language(UnicodeScript script, String text) {
        return switch (script) {
            case CYRILLIC -> Optional.of(cyrillic(text));
            case GREEK -> Optional.of("el");
            case HANGUL -> Optional.of("ko");
            case ARABIC -> Optional.of(arabic(text));
            case HEBREW -> Optional.of("he");
            case THAI -> Optional.of("th");
            case DEVANAGARI -> Optional.of("hi");
            case GEORGIAN -> Optional.of("ka");
            case ARMENIAN -> Optional.of("hy");
            default -> Optional.empty();
        };
    }

    private static String cyrillic(String text) {
        if (BELARUSIAN.matcher(text).find()) {
            return "be";
        }
        if (SERBIAN.matcher(text).find()) {
            return MACEDONIAN.matcher(text).find() ? "mk" : "sr";
        }
        boolean russian = RUSSIAN.matcher(text).find();
        if (!russian && UKRAINIAN.matcher(text).find()) {
            return "uk";
        }
        if (!russian && BULGARIAN.matcher(text).find()) {
            return "bg";
        }
        return !russian && UKRAINIAN_WORDS.matcher(text).find() ? "uk" : "ru";
    }

    private static String arabic(String text) {
        return URDU.matcher(text).find() ? "ur" : PERSIAN.matcher(text).find() ? "fa" : "ar";
    }
}
