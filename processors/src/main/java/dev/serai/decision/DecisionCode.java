package dev.serai.decision;

/**
 * Decides about interactions, called by {@code bean-action} in a strategy.
 *
 * <p>A public class with a public constructor that takes the step's {@code config} as a {@code Map<String, String>}, or
 * nothing. The constructor says what is wrong with the config by an {@link IllegalArgumentException}; {@code ./serai
 * check} shows its message at the step's line. It is made once for each step and set of files, and several threads call it
 * at the same time.
 */
@FunctionalInterface
public interface DecisionCode {
    /**
     * Decides; does nothing itself. The same interaction may be decided on more than once, in a dry run too. The thread
     * is interrupted when the run takes longer than {@code serai.strategy.deadline}.
     *
     * @throws Exception when it cannot decide: the run counts as failed and is tried again; keep content of mails out of
     *     its message, which is logged
     */
    Decision decide(Interaction interaction) throws Exception;
}
