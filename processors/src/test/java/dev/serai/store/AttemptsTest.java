package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant FIRST = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(300);

    @Test
    void timeShouldRunFromTheFirstThatFailed() {
        Attempts twice = Attempts.NONE.deferred(LATER, "451 later", 1, FIRST).deferred(LATER, "451 later", 2, LATER);

        assertThat(twice.since()).isEqualTo(FIRST);
    }

    @Test
    void furtherTransactionShouldNotCountAsAnotherTry() {
        Attempts second = Attempts.NONE.saying(FIRST).saying(LATER);

        assertThat(second.goingOn("452 too many").saying(LATER).count()).isEqualTo(2);
    }

    @Test
    void anewShouldKeepWhatHappenedButNotWhenItBegan() {
        Attempts again =
                Attempts.NONE.saying(FIRST).resending(LATER, "no answer", FIRST).anew();

        assertThat(again).isEqualTo(new Attempts(1, null, null, FIRST, "no answer", null, true));
    }
}
