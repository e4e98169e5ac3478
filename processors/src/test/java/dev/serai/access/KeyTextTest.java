package dev.serai.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a key is written, and how much of it somebody may use. */
class KeyTextTest {
    private final AtomicLong nanos = new AtomicLong(1);
    private final Limiter limiter = new Limiter(2, nanos::get);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator",
                "hub",
                "files",
                "intake",
                "dispatch",
                "watchdog",
                "client",
                "escalation",
                "sweeper",
                "feeder",
                "alert",
                "capture",
                "nobody",
                "strategy-x"
            })
    void noKeyShouldBeCalledAsEventsCallAPartOfTheHub(String actor) {
        assertThatThrownBy(() -> KeyName.of(actor)).hasMessageContaining("is how events name a part of the hub");
    }

    @Test
    void aKeyShouldBeReadAsItWasWritten() {
        KeyText key = KeyText.random(new SecureRandom());

        assertThat(key.reveal()).matches("serai_[0-9A-Za-z]{46}");
        assertThat(KeyText.parse(key.reveal()).orElseThrow().digest())
                .isEqualTo(key.digest())
                .hasSize(64);
    }

    @Test
    void aMistypedKeyShouldBeNone() {
        String text = KeyText.random(new SecureRandom()).reveal();
        char other = text.charAt(10) == 'a' ? 'b' : 'a';

        assertThat(KeyText.parse(text.substring(0, 10) + other + text.substring(11)))
                .isEmpty();
        assertThat(KeyText.parse(text + "a")).isEmpty();
        assertThat(KeyText.parse(text.substring(1))).isEmpty();
        assertThat(KeyText.parse("")).isEmpty();
    }

    @Test
    void aKeyThatIsLoggedShouldTellNothing() {
        assertThat(KeyText.random(new SecureRandom())).hasToString("serai_…");
    }

    @Test
    void handlingShouldIncludeSeeingAndSubmittingNothing() {
        assertThat(Role.including(java.util.Set.of(Role.HANDLE))).containsExactlyInAnyOrder(Role.HANDLE, Role.VIEW);
        assertThat(Role.including(java.util.Set.of(Role.SUBMIT))).containsExactly(Role.SUBMIT);
        assertThat(Role.including(java.util.Set.of(Role.ADMIN))).contains(Role.values());
    }

    @Test
    void aRateShouldLetThroughAsManyAsItSaysThenMakeWait() {
        Rate rate = Rate.of("2/s");

        assertThat(limiter.take("a", rate)).isZero();
        assertThat(limiter.take("a", rate)).isZero();
        assertThat(limiter.take("a", rate)).isEqualTo(Duration.ofMillis(500));
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(limiter.take("a", rate)).isZero();
        assertThat(limiter.take("b", rate)).isZero();
    }

    @Test
    void theQuietestShouldBeForgottenWhenThereAreTooMany() {
        Rate rate = Rate.of("1/h");

        limiter.take("a", rate);
        limiter.take("b", rate);
        limiter.take("c", rate);

        assertThat(limiter.take("a", rate)).isZero();
        assertThat(limiter.take("c", rate)).isPositive();
    }

    @Test
    void whatIsNoRateOrNameOrRoleShouldBeRefusedInWords() {
        assertThatThrownBy(() -> Rate.of("100")).hasMessageContaining("'100' is no rate");
        assertThatThrownBy(() -> Rate.of("0/s")).hasMessageContaining("no rate");
        assertThatThrownBy(() -> Role.of("root")).hasMessageContaining("expected view, submit, handle, operate, admin");
        assertThatThrownBy(() -> KeyName.of("operator")).hasMessageContaining("part of the hub");
        assertThatThrownBy(() -> KeyName.of("A b")).hasMessageContaining("no name for a key");
    }
}
