package dev.serai.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DependencyTest {
    private static final BreakerPolicy POLICY = new BreakerPolicy(3, Duration.ofSeconds(10));

    private final Hands hands = new Hands();
    private final Dependencies all = new Dependencies(hands);
    private final Dependency customers = all.of("lookup:customers");
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void breakerShouldOpenAfterSoManyFailuresInARow() throws Exception {
        fail(2);
        customers.ask(POLICY, () -> "an answer");
        fail(3);

        assertThatThrownBy(() -> customers.ask(POLICY, () -> "never asked"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("lookup:customers is away: it is not asked for a while, since the last questions got no"
                        + " answer (too slow)");
        assertThat(asked).hasValue(5);
    }

    @Test
    void oneShouldBeLetThroughAfterThePause() throws Exception {
        fail(3);
        hands.turn(Duration.ofSeconds(11));

        assertThat(customers.<String>ask(POLICY, () -> "back")).isEqualTo("back");
        assertThat(customers.<String>ask(POLICY, () -> "still")).isEqualTo("still");
    }

    @Test
    void aFailureAfterThePauseShouldCloseItAgain() {
        fail(3);
        hands.turn(Duration.ofSeconds(11));
        fail(1);

        assertThatThrownBy(() -> customers.ask(POLICY, () -> "never asked")).isInstanceOf(Unavailable.class);
        assertThat(asked).hasValue(4);
    }

    @Test
    void whatIsRefusedShouldBeAnAnswer() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> customers.ask(POLICY, () -> {
                        throw new Dependency.Refused("no such customer");
                    }))
                    .isInstanceOf(Dependency.Refused.class);
        }

        assertThat(customers.standing().up()).isTrue();
    }

    @Test
    void oneThatCannotBeReachedShouldBeDownAtOnce() {
        Unavailable away = catchThrowableOfType(
                Unavailable.class,
                () -> customers.ask(POLICY, () -> {
                    throw NoAnswer.unreachable("no connection", new IOException());
                }));

        assertThat(away.isDown()).isTrue();
        assertThat(all.standings())
                .containsExactly(new Dependency.Standing("lookup:customers", false, hands.instant(), "no connection"));
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> customers.ask(POLICY, () -> {
                        asked.incrementAndGet();
                        throw NoAnswer.late("too slow");
                    }))
                    .isInstanceOf(Unavailable.class);
        }
    }

    /** A clock that is turned by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
