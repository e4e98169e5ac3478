package dev.serai.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A made-up language of 20,000 words, of which a few are used all the time. */
final class Words {
    private static final int COUNT = 20_000;
    private static final String[] BEGINS = {
        "b", "br", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p", "pr", "r", "s", "sch", "st", "t", "tr", "v", "w",
        "z"
    };
    private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ei", "au", "ä", "ö", "ü"};
    private static final String[] ENDS = {"", "", "n", "r", "l", "t", "s", "nd", "rt", "ng", "ck", "ß"};

    private final List<String> words;

    Words(long seed) {
        Random random = new Random(seed);
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < COUNT) {
            made.add(word(random, made.size() < 200 ? 1 : 2 + random.nextInt(3)));
        }
        words = new ArrayList<>(made);
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(oneOf(random, BEGINS)).append(oneOf(random, VOWELS)).append(oneOf(random, ENDS));
        }
        return word.toString();
    }

    private static String oneOf(Random random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A word as rules name it: any but the most common. */
    String rare(Random random) {
        return words.get(200 + random.nextInt(COUNT - 200));
    }

    /** A word as texts use it: the first of the list often, the last seldom. */
    String used(Random random) {
        return words.get((int) (COUNT * Math.pow(random.nextDouble(), 4)));
    }

    /** A text of so many characters, with numbers, dates, addresses and names in it. */
    String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(25) == 0 ? number(random) : used(random))
                    .append(random.nextInt(12) == 0 ? random.nextBoolean() ? ".\n" : ", " : " ");
        }
        return text.substring(0, length);
    }

    private String number(Random random) {
        int number = random.nextInt(1_000_000);
        return switch (random.nextInt(7)) {
            case 0 -> "" + number;
            case 1 -> used(random) + "-" + number;
            case 2 -> number % 28 + "." + number % 12 + ".2026";
            case 3 -> "€ " + number / 100 + "," + number % 100;
            case 4 -> "(203) 555-" + (1000 + number % 9000);
            case 5 -> used(random) + "@example.org";
            default -> "DE" + number + number;
        };
    }
}
