package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.store.DispatchRow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a mail that a server refuses. */
class RefusalTest extends Delivering {
    @Test
    void aTemporaryRefusalShouldBeTriedAgainWithTheSameMessageId() {
        smtp.on("MAIL", "451 try later");
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);
        DispatchRow deferred = house.dispatch(id);
        smtp.heal();

        house.makeDue(id);
        become(id, DispatchRow.State.SENT);

        assertThat(deferred.lastError()).contains("451 try later");
        assertThat(deferred.nextAt())
                .isBetween(
                        deferred.changedAt().plus(Duration.ofMinutes(4)),
                        deferred.changedAt().plus(Duration.ofMinutes(6)));
        assertThat(smtp.mails().get(0)).contains("Message-ID: " + deferred.messageId());
    }

    @Test
    void aPermanentRefusalShouldBeQuarantinedWithTheServersWords() {
        smtp.on("RCPT", "550 5.1.1 no such user");
        house.live();
        InteractionId id = became(DispatchRow.State.FAILED);

        var cause = house.store
                .read(tx -> tx.quarantine().load("default", id))
                .orElseThrow()
                .cause();
        assertThat(house.state(id)).isEqualTo(State.QUARANTINED);
        assertThat(cause.stage()).isEqualTo("dispatch");
        assertThat(cause.reason()).contains("550 5.1.1 no such user");
        assertThat(cause.backTo().value()).isEqualTo("dispatch");
    }

    @Test
    void aRefusalOfTheContentShouldBeFinalWhenPermanent() {
        smtp.on("DOT", "554 5.7.1 spam");
        house.live();
        InteractionId id = became(DispatchRow.State.FAILED);

        assertThat(house.dispatch(id).lastError()).contains("554 5.7.1 spam");
    }

    @Test
    void aRefusalOfTheContentShouldBeDeferredWhenTemporary() {
        smtp.on("DOT", "452 disk full");
        house.live();
        InteractionId id = became(DispatchRow.State.DEFERRED);

        assertThat(house.dispatch(id).attempts()).isEqualTo(1);
    }

    @Test
    void aRefusedDataCommandShouldBeDeferredWhenTemporary() {
        smtp.on("DATA", "421 shutting down");
        house.live();
        became(DispatchRow.State.DEFERRED);
    }
}
