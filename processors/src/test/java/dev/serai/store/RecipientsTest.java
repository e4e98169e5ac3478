package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.store.Recipient.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipientsTest {
    private static final Instant BEFORE = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant SAID = BEFORE.plusSeconds(60);

    private final Recipients waiting = Recipients.waiting(List.of("ann@example.org", "bob@example.org"));

    @Test
    void textShouldReadBackAsItWasWritten() {
        Recipients known = waiting.answered("bob@example.org", State.FAILED, "550 5.1.1 who is that", BEFORE);

        assertThat(Recipients.read(known.write())).isEqualTo(known);
    }

    @Test
    void textThatIsNoListShouldBeRefused() {
        assertThatThrownBy(() -> Recipients.read("{}"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the recipients of a dispatch are no JSON list");
    }

    @Test
    void whoIsLeftShouldBeInDoubtUntilSomebodyAnsweredSinceData() {
        Recipients known = waiting.answered("ann@example.org", State.DEFERRED, "450 later", BEFORE)
                .answered("bob@example.org", State.DEFERRED, "450 later", SAID);

        assertThat(known.inDoubt(SAID)).containsExactly("ann@example.org");
    }

    @Test
    void answerForAllShouldLeaveThemAloneWhoHadOne() {
        Recipients known = waiting.answered("ann@example.org", State.SENT, "250 ok", BEFORE)
                .left(State.FAILED, "554 no", SAID);

        assertThat(known.addresses(State.SENT)).containsExactly("ann@example.org");
        assertThat(known.addresses(State.FAILED)).containsExactly("bob@example.org");
    }

    @Test
    void whoWasRefusedShouldBeLeftWhenItIsTriedAgain() {
        Recipients known = waiting.answered("ann@example.org", State.SENT, "250 ok", BEFORE)
                .answered("bob@example.org", State.FAILED, "554 no", BEFORE);

        assertThat(known.again(SAID).left()).containsExactly("bob@example.org");
    }

    @Test
    void reportShouldFindItsRecipientInAnyLetterCase() {
        assertThat(waiting.bounced("ANN@Example.org", "5.1.1", "unknown", SAID).addresses(State.BOUNCED))
                .containsExactly("ann@example.org");
    }
}
