package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.OutboundDraft.Kind;
import dev.serai.store.Undeliverable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Decisions that tell somebody of a mail, as they are written. */
class NotificationCommitTest extends Committing {
    private static final String DESK = "tickets@partner.example";
    private static final String COLLEAGUE = "ed@partner.example";

    @Test
    void p59_aSystemThatAnswersWhatItIsToldShouldNotBeToldOfItsAnswersForEver() {
        InteractionId thread = CommitHouse.newThread();
        house.decided(thread, Kind.NOTIFICATION, DESK);
        house.decided(thread, Kind.FORWARD, COLLEAGUE);

        Interaction third = house.decided(thread, Kind.NOTIFICATION, DESK);

        assertThat(house.outbound()).hasSize(2);
        assertThat(house.load(third).standing().queue()).isEqualTo(CommitHouse.INBOUND);
        assertThat(house.counted(Kind.NOTIFICATION, "suppressed-cap-forward")).isEqualTo(1);
    }

    @Test
    void p60_aWaveOfMailShouldNotBecomeAWaveOfNotifications() {
        for (int i = 0; i < 5; i++) {
            house.decided(CommitHouse.newThread(), Kind.NOTIFICATION, DESK, COLLEAGUE);
        }

        house.decided(CommitHouse.newThread(), Kind.NOTIFICATION, "other@partner.example");

        assertThat(house.outbound()).hasSize(4);
        assertThat(house.counted(Kind.NOTIFICATION, "suppressed-cap-notified")).isEqualTo(2);
    }

    @Test
    void nobodyShouldBeToldWhoseMailCameBackForEver() {
        unreachable(DESK);

        house.decided(CommitHouse.newThread(), Kind.NOTIFICATION, DESK);
        house.decided(CommitHouse.newThread(), Kind.NOTIFICATION, DESK, COLLEAGUE);

        assertThat(house.outbound())
                .singleElement()
                .satisfies(one -> assertThat(one.content().to()).hasSize(2));
        assertThat(house.counted(Kind.NOTIFICATION, "suppressed-undeliverable")).isEqualTo(1);
    }

    @Test
    void aNotificationShouldBeOfItsThreadAndNotWithTheCustomer() {
        InteractionId thread = CommitHouse.newThread();
        Interaction mail = house.decided(thread, Kind.NOTIFICATION, DESK);

        Interaction told = house.outbound().get(0);

        assertThat(told.origin().threadId()).isEqualTo(thread);
        assertThat(told.origin().parentId()).isEqualTo(mail.id());
        assertThat(told.contact())
                .isNotNull()
                .satisfies(one -> assertThat(one.address()).isEqualTo(DESK));
    }

    private void unreachable(String address) {
        InteractionId report = CommitHouse.newThread();
        house.store.writeNow(tx -> tx.undeliverable()
                .add(
                        CommitHouse.TENANT,
                        Undeliverable.first(address, true, Instant.now(), "5.1.1", "no such user", false, report)));
    }
}
