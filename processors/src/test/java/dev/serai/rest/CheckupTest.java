package dev.serai.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.rest.Health.Check;
import dev.serai.rest.Health.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Health is told in its own time. */
class CheckupTest {
    private static final Duration SOON = Duration.ofSeconds(40);

    @Test
    void whatHangsShouldBeDownAndHoldUpNobody() {
        CountDownLatch hangs = new CountDownLatch(1);
        try (Checkup checkup = new Checkup(
                () -> List.of(
                        new Checkup.Part("config", () -> new Check("config", Level.UP, null)),
                        new Checkup.Part("database", () -> awaited(hangs)),
                        new Checkup.Part("followers", () -> new Check("followers", Level.UP, null))),
                Duration.ofSeconds(1))) {
            Health.Report hanging = checkup.report()
                    .orTimeout(10, java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            assertThat(hanging.checks())
                    .containsExactly(
                            new Check("config", Level.UP, null),
                            new Check("database", Level.DOWN, "the database does not answer within 1 s"));
            assertThat(checkup.report())
                    .succeedsWithin(Duration.ofMillis(500))
                    .extracting(Health.Report::status)
                    .isEqualTo(Level.DOWN);

            hangs.countDown();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(checkup.report())
                            .succeedsWithin(SOON)
                            .extracting(Health.Report::status)
                            .isEqualTo(Level.UP));
        }
    }

    @Test
    void whatFailsShouldBeDownAndBeLookedAtAgain() {
        try (Checkup checkup = new Checkup(
                () -> List.of(new Checkup.Part("database", () -> {
                    throw new AssertionError("made up");
                })),
                SOON)) {
            for (int time = 0; time < 2; time++) {
                assertThat(checkup.report())
                        .succeedsWithin(SOON)
                        .extracting(Health.Report::status)
                        .isEqualTo(Level.DOWN);
            }
        }
    }

    private static Check awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Check("database", Level.UP, null);
    }
}
