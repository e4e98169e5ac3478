package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators hold, resume, move, retry and stop work, in whatever state it is. */
abstract class SteeringContract extends OperationContract {

    @Test
    void holdShouldTakeItFromItsClient() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        run(new Hold(target(lease), null, OPERATOR));

        assertThat(state(lease.interaction().id())).isEqualTo(State.HELD);
        assertThat(refusal(run(new Complete(target(lease), lease.token(), "completed", null))))
                .isEqualTo(Code.LEASE_LOST);
    }

    @Test
    void holdShouldDoNothingWhenItIsHeld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Hold(target(stored), null, OPERATOR));
        run(new Hold(target(stored), null, OPERATOR));

        assertThat(types(stored.id())).containsOnlyOnce("serai.interaction.held");
    }

    @Test
    void resumeShouldQueueWhatIsHeldAndLeaveTheRest() {
        Interaction held = submit("{'queue':'billing'}");
        run(new Hold(target(held), null, OPERATOR));
        Interaction queued = submit("{'queue':'billing'}");

        run(new Resume(target(held), OPERATOR));
        run(new Resume(target(queued), OPERATOR));

        assertThat(state(held.id())).isEqualTo(State.QUEUED);
        assertThat(types(queued.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void moveShouldPlaceItAnewAndKeepItHeld() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Hold(target(stored), null, OPERATOR));

        Interaction moved =
                run(new Move(target(stored), GENERAL, QUEUES, OPERATOR)).orThrow();

        assertThat(moved.standing().queue()).isEqualTo(GENERAL);
        assertThat(moved.standing().state()).isEqualTo(State.HELD);
        assertThat(moved.standing().placement()).isEqualTo(2);
    }

    @Test
    void moveShouldBeRefusedWhenTheQueueIsUndeclared() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Move(target(stored), QueueName.of("nowhere"), QUEUES, OPERATOR))))
                .isEqualTo(Code.UNDECLARED_QUEUE);
    }

    @Test
    void moveShouldTakeItOutOfQuarantine() {
        Interaction stored = quarantined();

        run(new Move(target(stored), GENERAL, QUEUES, OPERATOR));

        assertThat(state(stored.id())).isEqualTo(State.QUEUED);
        assertThat(store.read(tx -> tx.quarantine().load("default", stored.id()))
                        .isPresent())
                .isFalse();
    }

    @Test
    void retryShouldSendItBackToTheStageThatFailed() {
        Interaction stored = quarantined();

        Interaction again =
                run(new Retry(target(stored), null, QUEUES, OPERATOR)).orThrow();

        assertThat(again.standing().queue()).isEqualTo(QueueName.of("unrouted"));
    }

    @Test
    void retryShouldBeRefusedWhenItIsNotInQuarantine() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Retry(target(stored), null, QUEUES, OPERATOR))))
                .isEqualTo(Code.WRONG_STATE);
    }

    @Test
    void quarantinedShouldRefuseHoldAndResumeAndTakeStop() {
        Interaction stored = quarantined();

        assertThat(refusal(run(new Hold(target(stored), null, OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Resume(target(stored), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        run(new Stop(target(stored), "spam", OPERATOR));
        assertThat(state(stored.id())).isEqualTo(State.STOPPED);
        List<?> groups = store.read(tx -> tx.quarantine().groups());
        assertThat(groups).isEmpty();
    }

    @Test
    void stoppedShouldRefuseEverythingButStop() {
        Interaction stored = submit("{'queue':'billing'}");
        run(new Stop(target(stored), "cancelled", OPERATOR));

        assertThat(refusal(run(new Hold(target(stored), null, OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Resume(target(stored), OPERATOR)))).isEqualTo(Code.WRONG_STATE);
        assertThat(refusal(run(new Move(target(stored), GENERAL, QUEUES, OPERATOR))))
                .isEqualTo(Code.WRONG_STATE);
        assertThat(run(new Stop(target(stored), "spam", OPERATOR))
                        .orThrow()
                        .standing()
                        .stopReason())
                .isEqualTo("cancelled");
    }

    @Test
    void anUnknownInteractionShouldBeNotFound() {
        Target nobody = new Target("default", InteractionId.next(Clock.systemUTC()));

        assertThat(refusal(run(new Hold(nobody, null, OPERATOR)))).isEqualTo(Code.NOT_FOUND);
        assertThat(refusal(run(new Stop(nobody, "spam", OPERATOR)))).isEqualTo(Code.NOT_FOUND);
    }

    private Interaction quarantined() {
        Interaction stored = submit("{'queue':'billing'}");
        store.writeNow(tx -> new WorkChange(
                        tx, tx.work().lock("default", stored.id()).orElseThrow(), By.of("test"))
                .quarantine(new Cause("strategy", "strategy-failed", "it failed", QueueName.of("unrouted"))));
        return stored;
    }
}
