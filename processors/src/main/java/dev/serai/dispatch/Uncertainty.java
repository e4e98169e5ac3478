package dev.serai.dispatch;

import java.time.Instant;

/** When what nobody knows about is due: never, until a person decides. */
final class Uncertainty {
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Uncertainty() {}
}
