package dev.serai.screening;

/**
 * A rule as lists show it.
 *
 * @param rule {@code group/name}
 * @param pattern the expression, empty when the rule has addresses only
 * @param enabled whether it is evaluated
 * @param tests how many tests stand in its file
 */
public record RuleSummary(String rule, String pattern, boolean enabled, int tests) {}
