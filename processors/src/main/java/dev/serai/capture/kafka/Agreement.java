package dev.serai.capture.kafka;

import dev.serai.kafka.TopicFacts;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Believes that a topic was made anew when it is described so twice, some seconds apart: one broker alone may be behind. */
final class Agreement {
    private static final long APART_NANOS = 2_000_000_000L;

    private final LongSupplier nanos;
    private @Nullable TopicFacts said;
    private long saidAt;

    /** @param nanos as {@link System#nanoTime} */
    Agreement(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether the same was said before, long enough ago, and nothing else since. */
    boolean isOn(TopicFacts topic) {
        TopicFacts before = said;
        if (before == null || !before.isSame(topic)) {
            said = topic;
            saidAt = nanos.getAsLong();
            return false;
        }
        return nanos.getAsLong() - saidAt >= APART_NANOS;
    }
}
