package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.operation.CancelDispatch;
import dev.serai.operation.Outcome;
import dev.serai.operation.Stop;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one process knows of a try is not lost, whoever has the work by then, and whatever the database refuses. */
class TruthTest {
    private static final List<String> TO = List.of("jo@example.org");
    private static final By OPERATOR = By.of("operator");
    private static final DispatchPolicy POLICY =
            new DispatchPolicy("node", DispatchMode.LIVE, null, 50, Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    private final SimulatedTime time = new SimulatedTime();

    @SuppressWarnings("NullAway.Init") // JUnit opens it
    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = new DispatchHouse(folder, time)
                .account("host: 127.0.0.1", "port: 9", "security: none", "uncertain: resend");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatTheServerTookShouldNotLeaveAgainWhenItWasDeferredMeanwhile() {
        InteractionId id = submitted();
        Fence first = begun(id);
        become(id, DispatchRow.State.DEFERRED);
        Fence second = claim(id);

        settle(first, new SendResult.Sent("250 ok"), Map.of("account", "test"));
        boolean mayLeave = house.store.writeNow(new Moment(second, TO, null));
        settle(second, new SendResult.TakenAway(), Map.of());

        assertThat(mayLeave).isFalse();
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(house.state(id)).isEqualTo(State.STOPPED);
        assertThat(house.events(id)).contains("serai.dispatch.sent");
    }

    @Test
    void whoHasTheMailShouldNotGetItAgainWhenAPersonRetriedItMeanwhile() {
        InteractionId id = house.submit(DispatchHouse.draft("ann@example.org", "bob@example.org"));
        List<String> both = List.of("ann@example.org", "bob@example.org");
        Fence first = claim(id);
        house.store.writeNow(new Moment(first, both, null));
        become(id, DispatchRow.State.PENDING);
        Fence second = claim(id);
        Fault busy = Fault.of(Fault.Step.RCPT, Fault.Kind.REFUSED_FOR_NOW, "450 busy");

        settle(first, new SendResult.Partly(both.subList(0, 1), Map.of("bob@example.org", busy), Map.of()), Map.of());

        assertThat(house.dispatch(id).left()).containsExactly("bob@example.org");
        assertThat(house.store.writeNow(new Moment(second, both, null))).isFalse();
    }

    @Test
    void whatBecameOfAMailShouldBeKeptWhenTheDatabaseRefusesTheWords() throws Exception {
        InteractionId id = submitted();
        Fence fence = begun(id);
        Object unwritable = new Object();

        try (Settlements settlements = new Settlements(house.store)) {
            CompletableFuture<?> durable =
                    settlements.settle(settlement(fence, new SendResult.Sent("250 ok"), Map.of("account", unwritable)));
            durable.get(10, java.util.concurrent.TimeUnit.SECONDS);
        }

        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.SENT);
        assertThat(house.state(id)).isEqualTo(State.STOPPED);
    }

    @Test
    void mailThatWasStoppedWhileItWasSentShouldBecomeUncertainAndThenBeCancelled() {
        InteractionId id = submitted();
        begun(id);
        Target target = new Target("default", id);
        house.store.writeNow(new Stop(target, "completed", OPERATOR));

        int early = house.store.transact(tx -> Leftover.abandoned(tx, POLICY.lease()));
        time.pass(Duration.ofMinutes(12));
        int late = house.store.transact(tx -> Leftover.abandoned(tx, POLICY.lease()));
        DispatchRow.State found = house.dispatch(id).state();
        Outcome<Interaction> cancelled = house.store.writeNow(new CancelDispatch(target, OPERATOR));

        assertThat(List.of(early, late)).containsExactly(0, 1);
        assertThat(found).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(cancelled).isInstanceOf(Outcome.Done.class);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.CANCELLED);
        assertThat(house.events(id)).contains("serai.dispatch.uncertain", "serai.dispatch.cancelled");
    }

    private InteractionId submitted() {
        return house.submit(DispatchHouse.draft(TO.get(0)));
    }

    private Fence begun(InteractionId id) {
        Fence fence = claim(id);
        house.store.writeNow(new Moment(fence, TO, null));
        return fence;
    }

    private Fence claim(InteractionId id) {
        return house.store.writeNow(tx -> {
            WorkRow row = tx.work().lock("default", id).orElseThrow();
            WorkRow claimed = row.claimed(State.ROUTING, "node", tx.now().plusSeconds(60), tx.now());
            tx.work().update(claimed);
            return claimed.fence();
        });
    }

    /** The lease ran out, and somebody decided. */
    private void become(InteractionId id, DispatchRow.State state) {
        house.store.writeNow(tx -> {
            DispatchRow row = tx.dispatches().load("default", id).orElseThrow();
            tx.dispatches().update(row.to(state, "uncertain", tx.now()));
            return new WorkChange(tx, tx.work().lock("default", id).orElseThrow(), OPERATOR)
                    .release(tx.now(), true, "serai.interaction.returned");
        });
    }

    private void settle(Fence fence, SendResult result, Map<String, Object> facts) {
        house.store.writeNow(settlement(fence, result, facts));
    }

    private Settlement settlement(Fence fence, SendResult result, Map<String, Object> facts) {
        return new Settlement(new Tried(fence, result, house.generation(), facts), new Schedule(new Random()));
    }
}
