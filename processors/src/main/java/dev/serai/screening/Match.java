package dev.serai.screening;

/** How a pattern that reads several parts counts them. */
public enum Match {
    /** Every part satisfies the whole pattern by itself; a part that is absent counts as the empty text. */
    EACH,
    /** At least one part satisfies the whole pattern by itself. */
    ANY
}
