package dev.serai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Sweeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients pull work, and have it under a lease. */
abstract class LeaseContract extends OperationContract {

    @Test
    void pullShouldAssignUnderALeaseInTheQueuesOrder() {
        submit("{'queue':'billing','priority':10}");
        Interaction urgent = submit("{'queue':'billing','priority':90}");

        List<Lease> pulled = pull("anna", 1);

        assertThat(pulled).extracting(lease -> lease.interaction().id()).containsExactly(urgent.id());
        assertThat(pulled.get(0).interaction().standing().state()).isEqualTo(State.ASSIGNED);
        assertThat(pulled.get(0).interaction().standing().assignedTo()).isEqualTo("anna");
        assertThat(types(urgent.id())).contains("serai.interaction.assigned");
    }

    @Test
    void pullShouldBeRefusedWhenTheQueueHasAStrategy() {
        PullRequest request = new PullRequest("default", QueueName.of("inbound"), 1, Duration.ofMinutes(1), "anna");

        assertThat(refusal(operations.pull(new Pull(request, QUEUES)))).isEqualTo(Code.QUEUE_HAS_STRATEGY);
    }

    @Test
    void pullShouldFindNothingWhenTheQueueIsPaused() {
        submit("{'queue':'billing'}");
        store.writeNow(tx -> {
            tx.operate().pause("queue", "billing", tx.now());
            return true;
        });

        assertThat(pull("anna", 1)).isEmpty();
    }

    @Test
    void pullShouldGiveTheSameBatchWhenTheKeyIsTheSame() {
        submit("{'queue':'billing'}");
        submit("{'queue':'billing'}");

        List<Lease> first = operations.pull(keyedPull("k1")).orThrow();
        List<Lease> again = operations.pull(keyedPull("k1")).orThrow();

        assertThat(again)
                .extracting(Lease::token)
                .isEqualTo(first.stream().map(Lease::token).toList());
    }

    @Test
    void pullShouldNotGiveAgainWhatTheClientHasCompleted() {
        submit("{'queue':'billing'}");
        Lease lease = operations.pull(keyedPull("k1")).orThrow().get(0);
        run(new Complete(target(lease), lease.token(), StopReason.COMPLETED, null));

        assertThat(operations.pull(keyedPull("k1")).orThrow()).isEmpty();
    }

    @Test
    void pullShouldNotRememberThatThereWasNothing() {
        operations.pull(keyedPull("k1"));
        submit("{'queue':'billing'}");

        assertThat(operations.pull(keyedPull("k1")).orThrow()).hasSize(1);
    }

    @Test
    void completeShouldStopWithTheCurrentToken() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        Interaction done = run(new Complete(target(lease), lease.token(), StopReason.COMPLETED, null))
                .orThrow();

        assertThat(done.standing().state()).isEqualTo(State.STOPPED);
        assertThat(done.standing().stopReason()).isEqualTo("completed");
    }

    @Test
    void aTokenShouldBeLostWhenTheLeaseRanOut() {
        submit("{'queue':'billing'}");
        Lease late = operations
                .pull(new Pull(new PullRequest("default", BILLING, 1, Duration.ofSeconds(-1), "anna"), QUEUES))
                .orThrow()
                .get(0);
        new Sweeper(store).pass();

        assertThat(refusal(run(new Complete(target(late), late.token(), "completed", null))))
                .isEqualTo(Code.LEASE_LOST);
        assertThat(state(late.interaction().id())).isEqualTo(State.QUEUED);
    }

    @Test
    void aTokenShouldBeLostWhenAnotherClientHasTheInteraction() {
        submit("{'queue':'billing'}");
        Lease first = pull("anna", 1).get(0);
        run(new Return(target(first), first.token(), Duration.ZERO, null));
        pull("bert", 1);

        assertThat(refusal(run(new Renew(target(first), first.token(), Duration.ofHours(1)))))
                .isEqualTo(Code.LEASE_LOST);
        assertThat(load(first.interaction().id()).standing().assignedTo()).isEqualTo("bert");
    }

    @Test
    void aTextThatIsNoTokenShouldBeInvalid() {
        Interaction stored = submit("{'queue':'billing'}");

        assertThat(refusal(run(new Renew(target(stored), "nonsense", Duration.ofHours(1)))))
                .isEqualTo(Code.INVALID_REQUEST);
    }

    @Test
    void renewShouldMoveTheEndOfTheLease() {
        submit("{'queue':'billing'}");
        Lease lease = pull("anna", 1).get(0);

        Lease renewed = run(new Renew(target(lease), lease.token(), Duration.ofHours(9)))
                .orThrow();

        assertThat(renewed.expiresAt()).isAfter(lease.expiresAt());
        assertThat(renewed.token()).isEqualTo(lease.token());
    }

    @Test
    void returnShouldPutItBackAtItsOldPlace() {
        Interaction stored = submit("{'queue':'billing'}");
        Instant placed = load(stored.id()).standing().placedInQueueAt();
        Lease lease = pull("anna", 1).get(0);

        run(new Return(target(lease), lease.token(), Duration.ZERO, "not mine"));

        assertThat(state(stored.id())).isEqualTo(State.QUEUED);
        assertThat(load(stored.id()).standing().placedInQueueAt()).isEqualTo(placed);
        assertThat(reasons(stored.id())).contains("not mine");
    }

    private List<String> reasons(InteractionId id) {
        return store.read(tx -> tx.events().timeline("default", id)).stream()
                .map(event -> event.reason())
                .toList();
    }
}
