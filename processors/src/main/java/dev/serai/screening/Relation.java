package dev.serai.screening;

/** What holds between the addresses and the pattern of a rule that has both. */
public enum Relation {
    AND,
    OR
}
