package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.Outcome;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person may still do with a mail that leaves, or has left. */
class OperatedDispatchTest extends Delivering {
    @Test
    void workTakenAwayBeforeDataShouldNotBeSent() {
        smtp.on("RCPT", ScriptedSmtp.WAIT);
        house.live();
        InteractionId id = submit("jo@example.org");
        await().until(() -> !recipients().isEmpty());

        Outcome<Interaction> answer = cancel(id);

        smtp.heal();

        assertThat(answer).isInstanceOf(Outcome.Done.class);
        await().during(Duration.ofSeconds(1)).until(() -> !smtp.commands().contains("DATA"));

        assertThat(house.state(id)).isEqualTo(State.STOPPED);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.CANCELLED);
        assertThat(smtp.mails()).isEmpty();
    }

    @Test
    void aSentDispatchShouldNotBeRetriedOrCancelled() {
        house.live();
        InteractionId id = became(DispatchRow.State.SENT);

        Outcome<Interaction> retried =
                house.store.writeNow(new RetryDispatch(new Target("default", id), By.of("operator")));
        Outcome<Interaction> cancelled = cancel(id);

        assertThat(retried).isInstanceOf(Outcome.Refused.class);
        assertThat(cancelled).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void aMailThatWasSentShouldStopWhenItIsHandedOverAgain() {
        InteractionId id = submit("jo@example.org");
        house.store.writeNow(tx -> {
            tx.dispatches().update(house.dispatch(id).to(DispatchRow.State.SENT, null, tx.now()));
            return id;
        });

        house.handOver(id);

        assertThat(house.load(id).standing().stopReason()).isEqualTo("sent");
    }

    private Outcome<Interaction> cancel(InteractionId id) {
        return house.store.writeNow(new CancelDispatch(new Target("default", id), By.of("operator")));
    }
}
