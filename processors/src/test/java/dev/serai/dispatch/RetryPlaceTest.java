package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.operation.Hold;
import dev.serai.operation.Move;
import dev.serai.operation.Outcome;
import dev.serai.operation.RetryDispatch;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An operator's retry hurries what is leaving; it lets nothing out that lies elsewhere. */
class RetryPlaceTest extends Delivering {
    private static final By OPERATOR = By.of("operator");
    private static final QueueName REVIEW = QueueName.of("review");

    @Override
    DispatchHouse house(Path itsFolder) {
        return super.house(itsFolder).file("config/queues/review.yaml", "description: A test.\n");
    }

    @Test
    void mailThatWasMovedToReviewShouldNotBeLetOutByARetry() {
        InteractionId id = deferred();
        house.store.writeNow(new Move(target(id), REVIEW, house.generation().queues(), OPERATOR));

        Outcome<Interaction> answer = retry(id);

        refused(answer, "queued in the queue 'review'");
        assertThat(house.load(id).standing().queue()).isEqualTo(REVIEW);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.PENDING);
    }

    @Test
    void mailThatAnOperatorHoldsShouldNotBeLetOutByARetry() {
        InteractionId id = deferred();
        house.store.writeNow(new Hold(target(id), null, OPERATOR));

        refused(retry(id), "held in the queue 'dispatch'");
    }

    @Test
    void mailThatItsStrategyPutIntoQuarantineShouldNotBeLetOutByARetry() {
        InteractionId id = deferred();
        house.store.writeNow(
                tx -> new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), OPERATOR)
                        .quarantine(new Cause("strategy", "strategy-failed", "it failed", QueueName.of("outbound"))));

        refused(retry(id), "quarantined");
    }

    @Test
    void mailThatExpiredShouldGetAllItsTimeAgainByARetry() {
        InteractionId id = house.store(null, DispatchHouse.draft("jo@example.org"));
        house.handOver(id);
        house.store.writeNow(tx -> {
            DispatchRow row = house.dispatch(id);
            DispatchRow old = row.deferred(tx.now(), "421 away", 3, tx.now().minus(Duration.ofDays(6)));
            tx.dispatches().update(old.to(DispatchRow.State.FAILED, "given up", tx.now()));
            new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), OPERATOR)
                    .quarantine(new Cause("dispatch", "dispatch-expired", "given up", QueueDefinition.DISPATCH));
            return id;
        });
        smtp.on("CONNECT", "421 away");

        retry(id);
        house.live();

        await().until(() -> house.dispatch(id).state() != DispatchRow.State.PENDING);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.DEFERRED);
    }

    private InteractionId deferred() {
        smtp.on("RCPT", "450 4.2.1 mailbox busy");
        house.live();
        return became(DispatchRow.State.DEFERRED);
    }

    private Outcome<Interaction> retry(InteractionId id) {
        return house.store.writeNow(new RetryDispatch(target(id), OPERATOR));
    }

    private static void refused(Outcome<Interaction> answer, String words) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.toString()).contains(words));
    }

    private static Target target(InteractionId id) {
        return new Target("default", id);
    }
}
