package dev.serai.screening.engine;

import java.util.List;
import java.util.Random;

/** Random texts and regular expressions made of what is easily got wrong. */
public final class RandomTexts {
    private static final List<String> PIECES = List.of(
            "k",
            "K",
            "\u212A",
            "\u017F",
            "s",
            "S",
            "ß",
            "ẞ",
            "İ",
            "ı",
            "i",
            "I",
            "σ",
            "ς",
            "Σ",
            "é",
            "e\u0301",
            "😀",
            "\uD801\uDC00",
            "\uD801\uDC28",
            "Å",
            "\u212B",
            "µ",
            "μ",
            "a",
            "b",
            "ab",
            "aab",
            "aba",
            "invoice",
            "voice",
            "nvo",
            "ice",
            "INV",
            "\n",
            "\r\n",
            "\r",
            " ",
            "_",
            "1",
            "42",
            "-",
            ".",
            "請求",
            "ǆ",
            "ǅ",
            "Ꭰ",
            "ꭰ");
    private static final List<String> ATOMS = List.of(
            ".",
            "[a-c]",
            "[^a]",
            "[^\\n]",
            "\\d",
            "\\w",
            "\\W",
            "\\s",
            "\\b",
            "\\B",
            "^",
            "$",
            "\\A",
            "\\z",
            "\\p{Lu}",
            "\\P{L}",
            "[[:alpha:]]",
            "\\Qa.\\E",
            "[kſ]",
            "\\n",
            "\\x{212A}",
            "(?m)",
            "(?s)",
            "(?i)",
            "(?-i)",
            "(?U)",
            "()");
    private static final List<String> REPEATS = List.of("*", "+", "?", "{2}", "{1,3}", "{0,2}", "*?", "+?", "{2,}");

    private final Random random;

    public RandomTexts(long seed) {
        random = new Random(seed);
    }

    public Random random() {
        return random;
    }

    public <T> T oneOf(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A text of up to so many pieces. */
    public String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            text.append(oneOf(PIECES));
        }
        return text.toString();
    }

    public String regex() {
        return regex(3);
    }

    private String regex(int depth) {
        StringBuilder regex = new StringBuilder();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            regex.append(atom(depth));
            if (random.nextInt(4) == 0) {
                regex.append(oneOf(REPEATS));
            }
        }
        return regex.toString();
    }

    private String atom(int depth) {
        int kind = random.nextInt(depth > 0 ? 10 : 8);
        if (kind < 5) {
            return oneOf(PIECES).replace(".", "\\.");
        }
        return kind < 8 ? oneOf(ATOMS) : "(?:" + regex(depth - 1) + "|" + regex(depth - 1) + ")";
    }
}
