package dev.serai.capture.sql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A statement of a point that is no notification. */
public enum Section {
    /** Gives the rows that become interactions. */
    CAPTURE,
    /** Marks a row that did. */
    CAPTURED,
    /** Marks a row that was refused. */
    FAILED,
    /** Gives the rows that ask for something about interactions of the point. */
    CHANGES,
    /** Marks a row whose operation was done. */
    CHANGED,
    /** Marks a row whose operation was refused. */
    CHANGE_FAILED;

    static Optional<Section> of(String word) {
        return Arrays.stream(values())
                .filter(section -> section.word().equals(word))
                .findFirst();
    }

    /** As the file names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it gives rows. */
    public boolean reads() {
        return this == CAPTURE || this == CHANGES;
    }

    /** What marks its rows that were done. */
    public Section done() {
        return this == CHANGES ? CHANGED : CAPTURED;
    }

    /** What marks its rows that were refused. */
    public Section refused() {
        return this == CHANGES ? CHANGE_FAILED : FAILED;
    }
}
