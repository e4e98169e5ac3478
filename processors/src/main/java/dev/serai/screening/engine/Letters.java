package dev.serai.screening.engine;

import java.util.SortedSet;

/** The letters that some literals have, numbered from 1; all others are 0. */
final class Letters {
    private final char[] numbers;
    private final int count;

    Letters(SortedSet<Character> letters) {
        numbers = new char[letters.isEmpty() ? 0 : letters.last() + 1];
        int number = 0;
        for (char letter : letters) {
            numbers[letter] = (char) ++number;
        }
        count = number + 1;
    }

    int of(char letter) {
        return letter < numbers.length ? numbers[letter] : 0;
    }

    /** How many numbers there are, with 0. */
    int count() {
        return count;
    }
}
