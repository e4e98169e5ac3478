package dev.serai.transform;

/**
 * Something wrong with the configuration of a transformer.
 *
 * @param key under {@code config}; empty when it is about all of it
 * @param message names key and value, and what was expected
 */
public record ConfigProblem(String key, String message) {}
