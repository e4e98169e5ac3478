package dev.serai.screening.engine;

import java.util.List;

/**
 * A regular expression as steps between which a text is read.
 *
 * @param start number of the first step
 */
public record Program(List<Step> steps, int start) {

    /** The text begins here. */
    static final int BEGIN_LINE = 1;

    static final int END_LINE = 2;
    static final int BEGIN_TEXT = 4;
    static final int END_TEXT = 8;
    static final int WORD_BOUNDARY = 16;
    static final int NO_WORD_BOUNDARY = 32;

    /** What a step does. */
    public enum Kind {
        /** Goes on at {@code out} and at {@code arg}. */
        FORK,
        /** Goes on at {@code out}. */
        GO,
        /** Goes on at {@code out} where all conditions of the bits in {@code arg} hold. */
        ASSERT,
        /** Reads one code point of {@code ranges} and goes on at {@code out}. */
        READ,
        /** The expression has matched. */
        MATCH,
        /** Never goes on. */
        FAIL
    }

    /**
     * One step.
     *
     * @param ranges first and last code point, in turns
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, compared by nobody
    public record Step(Kind kind, int out, int arg, int[] ranges) {}

    public Program {
        steps = List.copyOf(steps);
    }
}
