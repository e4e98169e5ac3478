package dev.serai.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenSourceTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestClock clock = new TestClock();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean down;
    private final TokenSource source = new TokenSource(this::answer, "a-client", clock);

    @Test
    void aTokenShouldBeKeptForItsLife() {
        AccessToken first = source.token();
        clock.pass(HOUR.minusMinutes(5).minusSeconds(1));

        assertThat(source.token()).isEqualTo(first);
    }

    @Test
    void p21_aTokenShouldBeRenewedFiveMinutesAheadOfItsEnd() {
        source.token();
        clock.pass(HOUR.minusMinutes(5));

        assertThat(source.token().value()).isEqualTo("token-2");
    }

    @Test
    void p21_aShortTokenShouldBeRenewedAFifthAheadOfItsEnd() {
        assertThat(AccessToken.of("x", clock.instant(), Duration.ofMinutes(10)).renewAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(8)));
    }

    @Test
    void p21_aTokenThatIsStillGoodShouldBeUsedWhenItsRenewalFails() {
        source.token();
        clock.pass(HOUR.minusMinutes(1));
        down = true;

        assertThat(source.token().value()).isEqualTo("token-1");
        assertThat(source.trouble()).contains("it is down");
    }

    @Test
    void p21_aTokenThatIsOverShouldNotBeUsedWhenItsRenewalFails() {
        source.token();
        clock.pass(HOUR);
        down = true;

        assertThatThrownBy(source::token).isInstanceOf(TokenRefused.class).hasMessage("it is down");
    }

    @Test
    void p21_theTroubleShouldBeOverWithTheNextToken() {
        down = true;
        assertThatThrownBy(source::token).isInstanceOf(TokenRefused.class);
        down = false;
        clock.pass(Duration.ofSeconds(2));

        source.token();

        assertThat(source.trouble()).isEmpty();
    }

    @Test
    void aFailingEndpointShouldBeLeftAloneForAWhile() {
        down = true;
        for (int second = 0; second < 60; second++) {
            assertThatThrownBy(source::token).hasMessage("it is down");
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(asked).as("at 0, 2, 6, 14 and 30 seconds").hasValue(5);
    }

    @Test
    void aRefusedTokenShouldBeReplacedOnceForAllWhoHadIt() {
        AccessToken refused = source.token();

        source.drop(refused);
        AccessToken next = source.token();
        source.drop(refused);

        assertThat(source.token()).isEqualTo(next);
        assertThat(asked).hasValue(2);
    }

    @Test
    void manyShouldAskOnlyOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<AccessToken> ask = () -> {
            all.countDown();
            all.await();
            return source.token();
        };
        try {
            List<Future<AccessToken>> tokens = threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(number -> ask).toList());

            for (Future<AccessToken> token : tokens) {
                assertThat(token.get().value()).isEqualTo("token-1");
            }
            assertThat(asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private AccessToken answer() {
        int number = asked.incrementAndGet();
        if (down) {
            throw new TokenRefused("it is down");
        }
        return AccessToken.of("token-" + number, clock.instant(), HOUR);
    }
}
