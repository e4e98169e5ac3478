package dev.serai.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.NewInteraction;
import dev.serai.store.Store;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionCommitTest {
    private static final String TENANT = "default";
    private static final QueueName INBOUND = QueueName.of("inbound");
    private static final QueueName BILLING = QueueName.of("billing");
    private static final By STRATEGY = By.of("strategy-inbound");

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        Path sql = Path.of(System.getProperty("serai.home"), "sql");
        store = Store.on(Database.open(DatabaseSettings.embedded(folder, sql)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDecisionWritesDataPriorityAndTheNewPlacement() {
        Interaction claimed = claimed();

        boolean written = store.writeNow(commit(claimed, Map.of("tier", "gold"), 70));

        Interaction after = load(claimed.id());
        assertThat(written).isTrue();
        assertThat(after.userData()).containsEntry("tier", "gold");
        assertThat(after.standing().queue()).isEqualTo(BILLING);
        assertThat(after.standing().priority()).isEqualTo(70);
    }

    @Test
    void whatAClientChangedDuringTheRunIsKept() {
        Interaction claimed = claimed();
        store.writeNow(tx -> {
            Interaction now = tx.interactions().load(TENANT, claimed.id()).orElseThrow();
            tx.interactions().update(withData(now, Map.of("fromClient", "yes")));
            return true;
        });

        store.writeNow(commit(claimed, Map.of("fromStrategy", "yes"), null));

        assertThat(load(claimed.id()).userData()).containsKeys("fromClient", "fromStrategy");
    }

    @Test
    void aLateDecisionIsDroppedWhenTheWorkWasTakenAway() {
        Interaction claimed = claimed();
        store.writeNow(tx ->
                new WorkChange(tx, tx.work().lock(TENANT, claimed.id()).orElseThrow(), By.of("operator")).hold(null));

        boolean written = store.writeNow(commit(claimed, Map.of("late", "yes"), null));

        assertThat(written).isFalse();
        assertThat(load(claimed.id()).userData()).isEmpty();
        assertThat(load(claimed.id()).standing().state()).isEqualTo(State.HELD);
    }

    private DecisionCommit commit(Interaction claimed, Map<String, Object> data, @Nullable Integer priority) {
        Decision decision = new Decision(
                List.of(), data, priority, List.of(), List.of(), List.of(), new Ending.Place(BILLING), List.of());
        return new DecisionCommit(
                claimed,
                decision,
                List.of(),
                null,
                null,
                new AnswerCaps(Duration.ofHours(1), 5, 3, 100, 3, 10, 60),
                new ReplyMeters(new SimpleMeterRegistry()),
                STRATEGY);
    }

    private Interaction claimed() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            Origin origin = new Origin(null, null, null, id, "email", "Inbound", "InboundNew", tx.now(), tx.now());
            tx.interactions().insert(new NewInteraction(id, TENANT, origin, Content.none(), null, null, Map.of()));
            WorkRow row = WorkRow.born(TENANT, id, INBOUND, 0, tx.now());
            tx.work().insert(row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()));
            return id;
        });
        return load(id);
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private static Interaction withData(Interaction one, Map<String, Object> data) {
        return new Interaction(
                one.id(),
                one.tenant(),
                one.version(),
                one.origin(),
                one.content(),
                one.contact(),
                one.language(),
                data,
                one.standing());
    }
}
