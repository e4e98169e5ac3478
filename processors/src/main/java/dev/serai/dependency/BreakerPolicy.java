package dev.serai.dependency;

import java.time.Duration;

/**
 * When a dependency is left alone.
 *
 * @param failures so many in a row open the breaker, 1 to 1000
 * @param pause how long it is open; then one question is let through
 */
public record BreakerPolicy(int failures, Duration pause) {
    public BreakerPolicy {
        if (failures < 1 || failures > 1000) {
            throw new IllegalArgumentException("breakerFailures is " + failures + ", expected 1 to 1000");
        }
        if (pause.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("breakerPause is " + pause + ", expected more than nothing");
        }
    }
}
