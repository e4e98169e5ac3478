package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.Outcome;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange.By;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Either a cancellation or the moment before DATA comes first, and both know it. */
class CancelRaceTest extends Delivering {
    @BeforeEach
    void fourConnections() {
        account("connections: 4");
    }

    @Test
    void aDispatchShouldNotBeCancelledOnceDataWasSaid() {
        smtp.on("DOT", ScriptedSmtp.WAIT);
        house.live();
        InteractionId id = submit("jo@example.org");
        await().until(() -> smtp.commands().contains("DATA"));

        Outcome<Interaction> answer = cancel(id);

        smtp.heal();
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.toString())
                                .contains("the dispatch is sending; it cannot be called back"));
        become(id, DispatchRow.State.SENT);
        assertThat(smtp.commands()).filteredOn("DATA"::equals).hasSize(1);
    }

    @Test
    void aDispatchThatIsClaimedAheadShouldNotLeaveWhenItIsCancelled() {
        account("connections: 1");
        List<InteractionId> ids = submit(20);
        house.live();
        await().until(() -> smtp.mails().size() >= 2);
        InteractionId last = ids.get(ids.size() - 1);

        Outcome<Interaction> answer = cancel(last);

        ids.subList(0, ids.size() - 1).forEach(id -> become(id, DispatchRow.State.SENT));
        consistent(last, answer);
    }

    @Test
    void eachMailShouldLeaveIfAndOnlyIfItsCancellationWasRefused() {
        List<InteractionId> ids = submit(60);
        house.live();
        List<Outcome<Interaction>> answers = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int sentBefore = i / 4;
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> smtp.mails().size() >= sentBefore || over(ids) >= 50);
            answers.add(cancel(ids.get(ids.size() - 1 - i)));
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> over(ids) == ids.size());

        for (int i = 0; i < ids.size(); i++) {
            consistent(ids.get(ids.size() - 1 - i), answers.get(i));
        }
    }

    private List<InteractionId> submit(int count) {
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(submit("jo-" + i + "@example.org"));
        }
        return ids;
    }

    private void consistent(InteractionId id, Outcome<Interaction> answer) {
        DispatchRow row = house.dispatch(id);
        long copies = smtp.mails().stream()
                .filter(mail -> mail.contains(row.messageId()))
                .count();
        boolean cancelled = answer instanceof Outcome.Done;
        assertThat(row.state()).isEqualTo(cancelled ? DispatchRow.State.CANCELLED : DispatchRow.State.SENT);
        assertThat(copies).isEqualTo(cancelled ? 0 : 1);
    }

    private long over(List<InteractionId> ids) {
        return ids.stream()
                .map(id -> house.dispatch(id).state())
                .filter(state -> state == DispatchRow.State.SENT || state == DispatchRow.State.CANCELLED)
                .count();
    }

    private Outcome<Interaction> cancel(InteractionId id) {
        return house.store.writeNow(new CancelDispatch(new Target("default", id), By.of("operator")));
    }
}
