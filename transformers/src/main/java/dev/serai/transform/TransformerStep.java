package dev.serai.transform;

/**
 * A transformer in its place of the chain.
 *
 * @param name what the configuration calls it
 * @param transformer what it does
 * @param onFailure what becomes of the mail when it throws
 */
public record TransformerStep(String name, Transformer transformer, FailureAction onFailure) {}
