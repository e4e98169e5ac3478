package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void fourTriesShouldFallIntoTheFirstHourAndTheLastIntoTheFifthDay() {
        assertThat(total(3)).isLessThan(Duration.ofHours(1));
        assertThat(total(4)).isGreaterThan(Duration.ofHours(1));
        assertThat(total(8)).isLessThan(Duration.ofHours(6));
        assertThat(total(27)).isBetween(Duration.ofDays(4).plusHours(12), Duration.ofDays(5));
    }

    @Test
    void aPauseShouldVaryByATenth() {
        Instant now = Instant.parse("2026-11-01T00:00:00Z");

        Instant next = new Schedule(new Random(1))
                .next(4, now.plus(Duration.ofDays(5)), now)
                .orElseThrow();

        assertThat(next).isBetween(now.plusSeconds(54 * 60), now.plusSeconds(66 * 60));
    }

    @Test
    void theLastTryShouldBeAtTheEnd() {
        Instant end = Instant.EPOCH.plus(Duration.ofHours(1));

        assertThat(new Schedule(new Random(1)).next(20, end, Instant.EPOCH)).contains(end);
        assertThat(new Schedule(new Random(1)).next(20, end, end)).isEmpty();
        assertThat(new Schedule(new Random(1)).probe(end, end)).isEmpty();
    }

    private static Duration total(int tries) {
        return IntStream.rangeClosed(1, tries).mapToObj(Schedule::pause).reduce(Duration.ZERO, Duration::plus);
    }
}
