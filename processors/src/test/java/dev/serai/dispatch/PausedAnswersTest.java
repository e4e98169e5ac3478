package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.DispatchRow;
import dev.serai.store.ReplyPause;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of answers that were on their way out when an operator paused them. */
class PausedAnswersTest extends Delivering {
    @BeforeEach
    void pause() {
        house.store.writeNow(tx -> {
            ReplyPause.begin(tx);
            return true;
        });
    }

    @Test
    void anAutomaticAnswerShouldBeCancelledAndSaySo() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.ACKNOWLEDGEMENT, "Got it", "ok", "jo@example.org"));

        become(id, DispatchRow.State.CANCELLED);

        assertThat(smtp.mails()).isEmpty();
        assertThat(house.load(id).standing().stopReason()).isEqualTo("cancelled");
        assertThat(house.dispatch(id).lastError()).isEqualTo("automatic replies are paused");
        assertThat(house.events(id)).containsSubsequence("serai.dispatch.cancelled", "serai.interaction.stopped");
    }

    @Test
    void whatAPersonWroteShouldLeave() {
        house.live();
        InteractionId id = house.submit(DispatchHouse.draft(Kind.REPLY, "Re: lamp", "ok", "jo@example.org"));

        become(id, DispatchRow.State.SENT);

        assertThat(smtp.mails()).hasSize(1);
    }
}
