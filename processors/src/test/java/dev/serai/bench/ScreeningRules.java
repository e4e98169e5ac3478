package dev.serai.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rules as a large desk has them: 95 of 100 with literals alone, 4 with regular expressions in which three characters are
 * fixed, 1 with one in which they are not. The same seed makes the same rules.
 */
final class ScreeningRules {
    private final Random random;
    private final Words words;

    ScreeningRules(long seed, Words words) {
        this.random = new Random(seed);
        this.words = words;
    }

    /** A rule file with so many rules. */
    String file(int count) {
        List<String> patterns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patterns.add(i % 100 < 95 ? literal() : i % 100 < 99 ? anchored() : free());
        }
        Collections.shuffle(patterns, random);
        StringBuilder file = new StringBuilder("description: Rules of the benchmark\n")
                .append("defaults: {in: [subject, body], match: any}\nrules:\n");
        for (int i = 0; i < count; i++) {
            file.append("  - {name: rule-")
                    .append(i)
                    .append(", pattern: '")
                    .append(patterns.get(i))
                    .append("'}\n");
        }
        return file.toString();
    }

    private String literal() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> find(word());
            case 4, 5 -> find(word() + " " + word());
            case 6 -> find(word()) + " && " + find(word());
            case 7 -> "(" + find(word()) + " || " + find(word()) + ") && " + find(word());
            case 8 -> find(word()) + " && !" + find(word());
            default -> "Find(\"" + capitalised(word()) + "\", false)";
        };
    }

    private String anchored() {
        return switch (random.nextInt(5)) {
            case 0 -> regex("\\b" + word() + "-\\d{" + digits() + "}\\b", "number");
            case 1 -> regex(word() + "\\s+(of|for|to)\\s+" + word(), "");
            case 2 -> regex("\\b(" + word() + "|" + word() + "|" + word() + ")\\b", "");
            case 3 -> regex("\\b\\d{" + digits() + "} ?" + word() + "s?\\b", "amount");
            default -> regex(word() + ".{1,40}" + word(), "");
        };
    }

    private String free() {
        return switch (random.nextInt(9)) {
            case 0 -> regex("\\b\\d{" + digits() + "}[-/.]\\d{" + digits() + "}\\b", "number");
            case 1 -> regex("\\b[A-Z]{2}\\d{" + (4 + digits()) + "}\\b", "account", false);
            case 2 -> regex("(\\d\\d\\d|\\(\\d\\d\\d\\))[\\s\\.\\-]?\\s*\\d\\d\\d[\\-\\.]\\d\\d\\d\\d", "phone");
            case 3 -> regex("(" + letter() + "+)+" + letter() + "$", "");
            case 4 -> regex("[€$£]\\s?\\d+([.,]\\d{" + digits() + "})?", "sum");
            case 5 -> regex("(?m)^\\s*\\d{" + digits() + "}[.)]\\s", "");
            case 6 -> regex("\\b" + letter() + "\\w{" + digits() + "," + (9 + digits()) + "}" + letter() + "\\d+", "");
            case 7 -> regex("\\b[\\w.]+@[\\w.]+\\." + letter() + letter() + "\\b", "address");
            default -> regex("\\d+(st|nd|rd|th)? ?[-–] ?\\d{" + digits() + "}" + letter(), "");
        };
    }

    private static String find(String text) {
        return "Find(\"" + text + "\")";
    }

    private static String regex(String regex, String key) {
        return regex(regex, key, true);
    }

    private static String regex(String regex, String key, boolean ignoreCase) {
        return "RegExFind(\"" + regex + "\"" + (key.isEmpty() ? "" : ", " + key) + (ignoreCase ? "" : ", false") + ")";
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String word() {
        return words.rare(random);
    }

    private char letter() {
        return (char) ('a' + random.nextInt(26));
    }

    private int digits() {
        return 2 + random.nextInt(4);
    }
}
