package dev.serai.files;

import static dev.serai.files.SettingKey.Kind.DURATION;
import static dev.serai.files.SettingKey.Kind.NUMBER;

/** Settings of strategy runs: {@code serai.strategy.}. */
public final class StrategyKeys {
    /** The time of one strategy run. */
    public static final SettingKey DEADLINE = new SettingKey(
            "serai.strategy.deadline",
            "30s",
            DURATION,
            "duration",
            "How long one run of a strategy may take.",
            "A longer run counts as failed and is tried again.");

    /** The lease of a strategy run. */
    public static final SettingKey LEASE = new SettingKey(
            "serai.strategy.lease",
            "60s",
            DURATION,
            "duration",
            "How long a claimed interaction belongs to a node that shows no life.",
            "After it another node takes over; it must be longer than a pause of the network.");

    /** The attempts of a strategy. */
    public static final SettingKey ATTEMPTS = new SettingKey(
            "serai.strategy.attempts",
            "5",
            NUMBER,
            "attempts",
            "How often a failing strategy is tried for one interaction.",
            "After the last the interaction goes to the queue's onError queue, or into quarantine.");

    private StrategyKeys() {}
}
