package dev.serai.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a mailbox counts as silent, by times of the test's own. */
class SilenceTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), 3, Optional.of(Duration.ofHours(4)));

    private final Liveness liveness = new Liveness();

    @Test
    void p18_threeIntervalsWithoutALookThatWentWellShouldBeSilence() {
        liveness.attended(START);
        assertThat(silentAt(at(90))).isFalse();
        assertThat(silentAt(at(91))).isTrue();
        assertThat(liveness.silence())
                .hasValue(new Liveness.Silence(at(91), "no look went well yet, expected every 30s"));
    }

    @Test
    void silenceShouldKeepItsBeginningAndEndWithTheNextLookThatGoesWell() {
        liveness.attended(START);
        silentAt(at(100));
        assertThat(silentAt(at(500))).isTrue();
        assertThat(liveness.silence().orElseThrow().since()).isEqualTo(at(100));

        liveness.success(at(501));

        assertThat(silentAt(at(502))).isFalse();
    }

    @Test
    void mailThatComesShouldBeASignOfLifeDuringALongLook() {
        liveness.attended(START);
        liveness.mail(at(80));

        assertThat(silentAt(at(150))).isFalse();
    }

    @Test
    void absentDatabaseShouldNotBeTheMailboxesSilence() {
        liveness.attended(START);
        liveness.sign(at(85));

        assertThat(silentAt(at(150))).isFalse();
    }

    @Test
    void absentDatabaseShouldNotEndASilence() {
        liveness.attended(START);
        silentAt(at(100));
        liveness.sign(at(101));

        assertThat(silentAt(at(102))).isTrue();
    }

    @Test
    void expectedMailShouldBeMeasuredFromTheLastOneOfAnEarlierRun() {
        liveness.remembers(new PointPast(START.minusSeconds(1_000_000), START.minus(Duration.ofHours(5)), null));
        liveness.attended(START);
        assertThat(silentAt(at(1)))
                .as("what waits there is given time to come in")
                .isFalse();

        liveness.success(at(2));

        assertThat(silentAt(at(3))).isTrue();
        assertThat(liveness.silence().orElseThrow().because())
                .isEqualTo("no mail came since 2026-11-23T05:00:00Z, expected within 4h");
    }

    @Test
    void expectedMailShouldBeMeasuredFromFirstContactBeforeTheFirstOne() {
        liveness.attended(START);
        liveness.success(at(1));
        liveness.success(at(14_400));
        assertThat(silentAt(at(14_401))).isFalse();

        liveness.success(at(14_420));

        assertThat(silentAt(at(14_420))).isTrue();
    }

    @Test
    void pausedMailboxShouldNotBeSilent() {
        liveness.attended(START);
        silentAt(at(100));

        liveness.rests();

        assertThat(silentAt(at(200))).isFalse();
    }

    @Test
    void stoppedConsumerShouldNotEndASilence() {
        liveness.attended(START);
        silentAt(at(100));

        liveness.leaves();

        assertThat(silentAt(at(200))).isTrue();
    }

    @Test
    void shortIntervalShouldBeGivenFiveSeconds() {
        Patience hasty = new Patience(Duration.ofMillis(300), 3, Optional.empty());

        assertThat(hasty.withoutSign(START, null, at(5))).isEmpty();
        assertThat(hasty.withoutSign(START, null, at(6))).isPresent();
    }

    private boolean silentAt(Instant now) {
        liveness.judge(PATIENCE, now);
        return liveness.silence().isPresent();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }
}
