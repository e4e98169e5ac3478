package dev.serai.files;

/** How a file point names the files that it writes into its folder {@code notification}. */
public enum AnswerNames {
    /** By the delivery id: one file each, for ever. */
    ID,
    /** By a number that grows; gaps say nothing. */
    COUNTER,
    /** By the interaction; what does not fit beside another gets the delivery id behind it. */
    INTERACTION
}
