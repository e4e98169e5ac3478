package dev.serai.capture.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void p23_failuresInARowShouldWaitLongerUpToFiveMinutes() {
        List<Duration> waits =
                Stream.generate(() -> backoff.afterFailure(INTERVAL)).limit(20).toList();

        assertThat(waits.get(0)).isBetween(Duration.ofSeconds(22), Duration.ofSeconds(30));
        assertThat(waits.get(1)).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60));
        assertThat(waits.get(2)).isBetween(Duration.ofSeconds(90), Duration.ofSeconds(120));
        assertThat(waits.subList(4, 20))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(225), Duration.ofMinutes(5)));
        assertThat(waits.subList(4, 20)).doesNotHaveDuplicates();
    }

    @Test
    void successShouldBeginAnew() {
        backoff.afterFailure(INTERVAL);
        backoff.afterFailure(INTERVAL);

        assertThat(backoff.afterSuccess(INTERVAL)).isBetween(Duration.ofSeconds(27), Duration.ofSeconds(33));

        assertThat(backoff.failures()).isZero();
        assertThat(backoff.afterFailure(INTERVAL)).isLessThanOrEqualTo(INTERVAL);
    }

    @Test
    void longIntervalShouldNotBeShortenedByFailures() {
        assertThat(backoff.afterFailure(Duration.ofHours(1))).isBetween(Duration.ofMinutes(45), Duration.ofHours(1));
    }

    @Test
    void outageOfTheDatabaseShouldCountAgainstNobody() {
        assertThat(backoff.afterOutage(Duration.ofMinutes(10))).isLessThanOrEqualTo(Duration.ofSeconds(30));

        assertThat(backoff.failures()).isZero();
    }
}
