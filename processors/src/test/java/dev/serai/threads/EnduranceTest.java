package dev.serai.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EnduranceTest {
    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void aLoopShouldGoOnWhenATurnThrowsAnError() {
        Endurance.loop("test", () -> turns.get() < 2, this::fail);

        assertThat(turns).hasValue(2);
    }

    @Test
    void aLoopShouldEndWhenItIsInterrupted() {
        Endurance.loop("test", () -> turns.get() < 5, () -> {
            turns.incrementAndGet();
            throw new InterruptedException("stop");
        });

        assertThat(turns).hasValue(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aTaskShouldRunAgainWhenItThrowsWhatCannotEvenBeTold() {
        ScheduledExecutorService executor = Ticks.named("test-endurance", 1);
        try {
            ScheduledFuture<?> unused =
                    Endurance.every(executor, "test", Duration.ZERO, Duration.ofMillis(1), this::fail);

            await().untilAtomic(turns, org.hamcrest.Matchers.greaterThan(3));
        } finally {
            Ticks.end(executor);
        }
    }

    private void fail() {
        turns.incrementAndGet();
        throw new Unspeakable();
    }

    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            throw new StackOverflowError("by naming the failure");
        }
    }
}
