package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.TenantName;
import dev.serai.store.WorkChange.By;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody gets an interaction into another tenant's queue, by whatever way; a class per database runs it. */
abstract class QueueTenantsContract {
    private static final QueueName SHARED = QueueName.of("general");
    private static final QueueName ACMES = QueueName.of("acme-desk");
    private static final TenantName ACME = TenantName.of("acme");

    private Store store;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
        store.tenants(queue -> queue.equals(ACMES) ? Optional.of(ACME) : Optional.empty());
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("placed", (tx, change) -> change.place(ACMES, tx.now())),
                way("moved", (tx, change) -> change.move(ACMES, tx.now())),
                way("moved while held", (tx, change) -> change.placeHeld(ACMES)),
                way("out of quarantine", (tx, change) -> change.leaveQuarantine(ACMES)));
    }

    private static Arguments way(String name, BiConsumer<Tx, WorkChange> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void anArrivalInAnotherTenantsQueueShouldBeRefusedWithNothingWritten(
            String name, BiConsumer<Tx, WorkChange> change) {
        InteractionId id = born("globex", SHARED);

        assertThatThrownBy(() -> change("globex", id, change))
                .isInstanceOf(ForeignQueueException.class)
                .hasMessage(
                        "queue 'acme-desk' is not declared for all or for tenant 'globex', whose the interaction is");
        assertThat(queue("globex", id)).isEqualTo(SHARED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void anArrivalInItsOwnTenantsQueueShouldPass(String name, BiConsumer<Tx, WorkChange> change) {
        InteractionId id = born("acme", SHARED);

        change("acme", id, change);

        assertThat(queue("acme", id)).isEqualTo(ACMES);
    }

    @Test
    void aBirthInAnotherTenantsQueueShouldBeRefused() {
        assertThatThrownBy(() -> born("globex", ACMES)).isInstanceOf(ForeignQueueException.class);
    }

    @Test
    void whatWaitsInAQueueThatBecameAnotherTenantsShouldBePutAsideWhenItIsClaimed() {
        InteractionId foreign = born("globex", SHARED);
        InteractionId own = born("acme", SHARED);
        store.tenants(queue -> Optional.of(ACME));

        List<WorkRow> claimed = store.writeNow(tx -> tx.work().claimable(SHARED, null, 1));

        assertThat(claimed).extracting(WorkRow::id).containsExactly(own);
        assertThat(store.read(tx -> tx.quarantine().load("globex", foreign))
                        .orElseThrow()
                        .cause()
                        .cause())
                .isEqualTo("foreign-queue");
    }

    private void change(String tenant, InteractionId id, BiConsumer<Tx, WorkChange> change) {
        store.writeNow(tx -> {
            change.accept(tx, new WorkChange(tx, tx.work().lock(tenant, id).orElseThrow(), By.of("test")));
            return true;
        });
    }

    private InteractionId born(String tenant, QueueName queue) {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            NewInteraction sample = StoreSamples.interaction(id, Content.none(), tx.now());
            tx.interactions()
                    .insert(new NewInteraction(
                            id, tenant, sample.origin(), sample.content(), null, null, sample.userData()));
            tx.work().insert(WorkRow.born(tenant, id, queue, 0, tx.now()));
            return true;
        });
        return id;
    }

    private QueueName queue(String tenant, InteractionId id) {
        return store.read(tx -> tx.work().load(tenant, id)).orElseThrow().queue();
    }
}
