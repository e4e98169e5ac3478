package dev.serai.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.InteractionId;
import dev.serai.interaction.State;
import dev.serai.operation.Stop;
import dev.serai.operation.Target;
import dev.serai.store.DispatchRow;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail that was stopped while DATA was said, by a hub that ended then. */
class AbandonedTest {
    private static final Duration LONG_AGO = Duration.ofMinutes(12);
    private static final Duration LEASE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private DispatchHouse house;

    @BeforeEach
    void open() {
        house = house(folder).account("host: 127.0.0.1", "port: 9", "security: none");
    }

    DispatchHouse house(Path place) {
        return new DispatchHouse(place);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void mailWhoseTryNobodyWaitsForShouldBecomeUncertainOnce() {
        InteractionId id = begun(LONG_AGO);
        stop(id);

        List<Integer> found = List.of(pass(), pass());

        assertThat(found).containsExactly(1, 0);
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.UNCERTAIN);
        assertThat(house.events(id)).containsOnlyOnce("serai.dispatch.uncertain");
    }

    @Test
    void mailWhoseServerMayStillAnswerShouldBeLeftAlone() {
        InteractionId id = begun(Duration.ZERO);
        stop(id);

        assertThat(pass()).isZero();
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.SENDING);
    }

    @Test
    void mailThatSomebodyHasShouldBeLeftAlone() {
        InteractionId id = begun(LONG_AGO);

        assertThat(pass()).isZero();
        assertThat(house.dispatch(id).state()).isEqualTo(DispatchRow.State.SENDING);
    }

    private int pass() {
        return house.store.transact(tx -> Leftover.abandoned(tx, LEASE));
    }

    private void stop(InteractionId id) {
        house.store.writeNow(new Stop(new Target("default", id), "completed", By.of("operator")));
    }

    /** DATA was said so long ago. */
    private InteractionId begun(Duration ago) {
        InteractionId id = house.submit(DispatchHouse.draft("jo@example.org"));
        house.store.writeNow(tx -> {
            WorkRow row = tx.work().lock("default", id).orElseThrow();
            WorkRow claimed = row.claimed(State.ROUTING, "node", tx.now().plusSeconds(60), tx.now());
            tx.work().update(claimed);
            tx.dispatches().sending(claimed.fence(), null, tx.now().minus(ago));
            return id;
        });
        return id;
    }
}
