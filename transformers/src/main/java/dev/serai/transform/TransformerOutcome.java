package dev.serai.transform;

/**
 * What one transformer did to one mail, as {@code try --json} shows it.
 *
 * @param name what the configuration calls it
 * @param result {@code unchanged}, {@code changed}, {@code rewritten} or {@code failed}
 * @param reason a sentence; empty where it had nothing to do
 */
public record TransformerOutcome(String name, String result, String reason) {}
