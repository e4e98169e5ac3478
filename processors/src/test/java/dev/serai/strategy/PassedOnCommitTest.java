package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.interaction.Party;
import dev.serai.interaction.State;
import dev.serai.store.QuarantineTable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions that pass mail on, as they are written. */
class PassedOnCommitTest extends Committing {
    private static final String EXPERT = "ed@partner.example";

    private final InteractionId thread = CommitHouse.newThread();

    @Test
    void aRedirectShouldStopTheOriginalInTheTransactionThatStoresTheCopy() {
        Interaction mail = house.decided(thread, Kind.REDIRECT, EXPERT);

        assertThat(house.load(mail).standing().stopReason()).isEqualTo("redirected");
        assertThat(house.outbound()).singleElement().satisfies(one -> {
            assertThat(one.origin().subtype()).isEqualTo("OutboundRedirect");
            assertThat(one.origin().parentId()).isEqualTo(mail.id());
            assertThat(one.content().to()).containsExactly(new Party(null, EXPERT));
        });
    }

    @Test
    void p59_aThreadThatIsForwardedTooOftenShouldBeForwardedNoMore() {
        house.decided(thread, Kind.FORWARD, EXPERT);
        house.decided(thread, Kind.INVITE, EXPERT);

        Interaction third = house.decided(thread, Kind.FORWARD, EXPERT);

        assertThat(house.outbound()).hasSize(2);
        assertThat(house.load(third).standing().queue()).isEqualTo(CommitHouse.INBOUND);
        assertThat(house.counted(Kind.FORWARD, "suppressed-cap-forward")).isEqualTo(1);
    }

    @Test
    void p59_aRedirectThatNobodyGetsShouldBePutAsideAndNeverStopped() {
        house.decided(thread, Kind.FORWARD, EXPERT);
        house.decided(thread, Kind.FORWARD, EXPERT);

        Interaction third = house.decided(thread, Kind.REDIRECT, EXPERT);

        assertThat(house.load(third).standing().state()).isEqualTo(State.QUARANTINED);
        List<QuarantineTable.Case> aside =
                house.store.read(tx -> tx.quarantine().list(10));
        assertThat(aside)
                .singleElement()
                .satisfies(one -> assertThat(one.toString())
                        .contains("redirect-loop", "not redirected: of this thread 2 mails were passed on"));
    }
}
