package dev.serai.screening.engine;

/** What a {@link Scan} says of a regular expression. */
public enum Verdict {
    /** It does not match. */
    NO,
    /** It matches. */
    YES,
    /** There is no telling at a low price: it has to be run by itself. */
    UNKNOWN
}
