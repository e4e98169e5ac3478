package dev.serai.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What takes long is done less often. */
class PaceTest {
    private static final Duration MOST = Duration.ofSeconds(30);

    private long now = Long.MAX_VALUE - 1000;
    private int done;
    private final Pace pace = new Pace(50, MOST, () -> now);

    @Test
    void whatTookLongShouldBeLeftAloneForItsShareOfTheTime() {
        take(Duration.ofMillis(200));
        take(Duration.ofMillis(200));

        pass(Duration.ofSeconds(9));
        take(Duration.ofMillis(200));
        int early = done;
        pass(Duration.ofSeconds(2));
        take(Duration.ofMillis(200));

        assertThat(early).isEqualTo(2);
        assertThat(done).isEqualTo(3);
    }

    @Test
    void theFirstTimeShouldNotCount() {
        take(Duration.ofMinutes(1));
        take(Duration.ZERO);

        assertThat(done).isEqualTo(2);
    }

    @Test
    void nothingShouldBeLeftAloneForLongerThanAllowed() {
        take(Duration.ZERO);
        take(Duration.ofMinutes(1));

        pass(MOST.plusMillis(1));
        take(Duration.ZERO);

        assertThat(done).isEqualTo(3);
    }

    private void take(Duration time) {
        pace.run(() -> {
            done++;
            pass(time);
        });
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
