package dev.serai.screening.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What one text has of an {@link Index}. Serves one thread. */
public final class Scan {
    private final Index index;
    private final String text;
    private final int shorter;
    private final BitSet literals;
    private final Map<Group, Long> matching = new HashMap<>();

    Scan(Index index, String text, int shorter, BitSet literals) {
        this.index = index;
        this.text = text;
        this.shorter = shorter;
        this.literals = literals;
    }

    /** Whether the beginning of a literal occurs that {@link Index.Builder#literal} gave this number, letter case aside. */
    public boolean has(int literal) {
        return literals.get(literal);
    }

    /** The numbers of all literals that occur. */
    public BitSet literals() {
        return literals;
    }

    /** False when the regular expression of this number does not match; true when it does, or cannot be told cheaply. */
    public boolean mayMatch(int regex) {
        int[] required = index.required(regex);
        if (required.length > 0 && Arrays.stream(required).noneMatch(literals::get)) {
            return false;
        }
        Group group = index.group(regex);
        long bits = matching.computeIfAbsent(group, asked -> asked.matching(text, shorter));
        int place = Collections.binarySearch(group.numbers(), regex);
        return (bits & (1L << place)) != 0;
    }
}
