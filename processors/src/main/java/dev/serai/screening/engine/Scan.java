package dev.serai.screening.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What one text has of an {@link Index}. Serves one thread. */
public final class Scan {
    private final Index index;
    private final char[] text;
    private final int shorter;
    private final BitSet literals;
    private final Map<Group, Optional<Long>> matching = new HashMap<>();

    Scan(Index index, String text, int shorter, BitSet literals) {
        this.index = index;
        this.text = text.toCharArray();
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

    /** Whether the regular expression of this number matches. */
    public Verdict matches(int regex) {
        int[] required = index.required(regex);
        if (required.length > 0 && Arrays.stream(required).noneMatch(literals::get)) {
            return Verdict.NO;
        }
        Group group = index.group(regex);
        Optional<Long> bits = matching.computeIfAbsent(group, asked -> asked.matching(text, shorter));
        if (bits.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        int place = Collections.binarySearch(group.numbers(), regex);
        return (bits.get() & (1L << place)) == 0 ? Verdict.NO : Verdict.YES;
    }

    /** A place in the text before which the regular expression of this number matches nothing; 0 when that is not known. */
    public int noMatchBefore(int regex) {
        return index.alone(regex).noMatchBefore(text);
    }
}
