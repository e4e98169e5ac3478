package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Content;
import dev.serai.interaction.Fence;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.WorkChange.By;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both databases must do alike; a class per database runs it. */
abstract class StoreContract {
    private static final String TENANT = "default";
    private static final PointName POINT = PointName.of("support");
    private static final QueueName INTAKE = QueueName.of("intake");
    private static final QueueName BILLING = QueueName.of("billing");
    private static final By TEST = By.of("test");

    private Store store;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(Database.open(freshDatabase()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void receiveStoresTheMailItsLedgerRowAndItsFirstPlacement() {
        Received received = receive("1:1", "hello");

        Interaction stored = load(received.id());
        assertThat(received.fresh()).isTrue();
        assertThat(stored.standing().state()).isEqualTo(State.QUEUED);
        assertThat(stored.standing().queue()).isEqualTo(INTAKE);
        assertThat(stored.standing().placement()).isEqualTo(1);
        assertThat(types(received.id())).containsExactly("serai.interaction.submitted");
    }

    @Test
    void receiveMakesNoSecondInteractionWhenThePositionIsKnown() {
        Received first = receive("1:1", "hello");
        Received again = receive("1:1", "hello");

        assertThat(again.fresh()).isFalse();
        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void receiveMakesNoSecondInteractionWhenTheSameBytesComeAtAnotherPosition() {
        Received first = receive("1:1", "hello");
        Received moved = receive("2:1", "hello");

        assertThat(moved).isEqualTo(new Received(first.id(), false));
        var found1 = store.read(tx -> tx.ledger().load(TENANT, POINT, "2:1"))
                .orElseThrow()
                .result();
        assertThat(found1).isEqualTo(LedgerEntry.Result.DUPLICATE);
    }

    @Test
    void receiveTakesTheSameBytesInAnotherMailbox() {
        receive("1:1", "hello");
        Received other = store.writeNow(
                new ReceiveUnit(arrival(PointName.of("sales"), "1:1", bytes("hello")), Clock.systemUTC()));

        assertThat(other.fresh()).isTrue();
    }

    @Test
    void rawBytesComeBackExactlyWhenTheyNeedSeveralChunks() throws Exception {
        byte[] large = new byte[3 * RawTable.CHUNK + 17];
        new Random(7).nextBytes(large);
        Received received = store.writeNow(new ReceiveUnit(arrival(POINT, "1:1", large), Clock.systemUTC()));

        StoredRaw raw = store.raw(TENANT, received.id()).orElseThrow();
        try (InputStream all = raw.open();
                InputStream range = raw.open(RawTable.CHUNK - 5, 10)) {
            assertThat(all.readAllBytes()).isEqualTo(large);
            assertThat(range.readAllBytes())
                    .isEqualTo(java.util.Arrays.copyOfRange(large, RawTable.CHUNK - 5, RawTable.CHUNK + 5));
        }
    }

    @Test
    void claimTakesHighestPriorityFirstThenOldest() {
        InteractionId low = born(INTAKE, 10);
        InteractionId high = born(INTAKE, 90);
        InteractionId middle = born(INTAKE, 50);

        assertThat(claim(INTAKE, 2)).extracting(WorkRow::id).containsExactly(high, middle);
        assertThat(claim(INTAKE, 2)).extracting(WorkRow::id).containsExactly(low);
    }

    @Test
    void claimGivesEachInteractionToOneOfManyWorkers() {
        for (int i = 0; i < 60; i++) {
            born(INTAKE, 50);
        }
        List<CompletableFuture<List<WorkRow>>> workers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            workers.add(CompletableFuture.supplyAsync(() -> claim(INTAKE, 10)));
        }
        List<InteractionId> taken = workers.stream()
                .flatMap(worker -> worker.join().stream())
                .map(WorkRow::id)
                .toList();

        assertThat(new HashSet<>(taken)).hasSameSizeAs(taken);
    }

    @Test
    void anEndingWithAnOldClaimDoesNothing() {
        born(INTAKE, 50);
        Fence old = claim(INTAKE, 1).get(0).fence();
        store.writeNow(tx ->
                new WorkChange(tx, tx.work().lock(TENANT, old.id()).orElseThrow(), TEST).place(BILLING, tx.now()));

        assertThat(store.<Boolean>writeNow(tx -> tx.work().lock(old).isPresent()))
                .isFalse();
        assertThat(load(old.id()).standing().queue()).isEqualTo(BILLING);
    }

    @Test
    void anExpiredLeasePutsWorkBackAtItsOldPlace() {
        InteractionId id = born(INTAKE, 50);
        Instant placed = load(id).standing().placedInQueueAt();
        store.transact(tx -> {
            WorkRow row = tx.work().claimable(INTAKE, null, 1).get(0);
            tx.work().update(row.claimed(State.ROUTING, "n1", tx.now().minusSeconds(1), tx.now()));
            return row;
        });

        assertThat(new Sweeper(store).pass()).isEqualTo(1);
        assertThat(load(id).standing().state()).isEqualTo(State.QUEUED);
        assertThat(load(id).standing().placedInQueueAt()).isEqualTo(placed);
        assertThat(types(id)).contains("serai.interaction.lease-expired");
    }

    @Test
    void stopKeepsTheInteractionAndDropsItsWork() {
        InteractionId id = born(BILLING, 50);
        store.writeNow(tx -> {
            new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), TEST).stop("completed");
            return id;
        });

        assertThat(load(id).standing().state()).isEqualTo(State.STOPPED);
        assertThat(load(id).standing().stopReason()).isEqualTo("completed");
        var found2 = store.read(tx -> tx.work().load(TENANT, id));
        assertThat(found2).isEmpty();
    }

    @Test
    void theHundredAndFirstPlacementIsQuarantinedAsALoop() {
        InteractionId id = born(INTAKE, 50);
        for (int i = 0; i < WorkChange.MAX_PLACEMENTS; i++) {
            store.writeNow(
                    tx -> new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), TEST).place(INTAKE, tx.now()));
        }

        assertThat(load(id).standing().state()).isEqualTo(State.QUARANTINED);
        var found3 = store.read(tx -> tx.quarantine().load(TENANT, id))
                .orElseThrow()
                .cause()
                .cause();
        assertThat(found3).isEqualTo("loop");
    }

    @Test
    void aLoopLeavesQuarantineByHand() {
        InteractionId id = born(INTAKE, 50);
        for (int i = 0; i < WorkChange.MAX_PLACEMENTS; i++) {
            place(id, INTAKE);
        }
        store.writeNow(
                tx -> new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), TEST).leaveQuarantine(BILLING));

        assertThat(load(id).standing().state()).isEqualTo(State.QUEUED);
        assertThat(load(id).standing().queue()).isEqualTo(BILLING);
    }

    @Test
    void workThatIsBegunAgainAndAgainAndNeverEndsIsPutAside() {
        InteractionId id = born(INTAKE, 50);
        for (int i = 0; i < 15; i++) {
            store.transact(tx -> {
                WorkRow row = tx.work().claimable(INTAKE, null, 1).get(0);
                tx.work().update(row.claimed(State.ROUTING, "n1", tx.now().minusSeconds(1), tx.now()));
                return row;
            });
            new Sweeper(store).pass();
        }

        var cause =
                store.read(tx -> tx.quarantine().load(TENANT, id)).orElseThrow().cause();
        assertThat(cause.cause()).isEqualTo("overran");
        assertThat(cause.backTo()).isEqualTo(INTAKE);
    }

    @Test
    void anEventIsNeverDatedBeforeTheOneBeforeItWhenTransactionsOverlap() {
        InteractionId id = born(INTAKE, 50);
        store.writeNow(tx -> {
            WorkRow row = tx.work().lock(TENANT, id).orElseThrow();
            Instant later = tx.now().plusSeconds(5);
            tx.work()
                    .update(tx.events()
                            .append(
                                    row.placed(INTAKE, 50, later, later),
                                    NewEvent.of("serai.interaction.placed", "other")));
            return id;
        });
        place(id, BILLING);

        var timeline = store.read(tx -> tx.events().timeline(TENANT, id));
        assertThat(timeline).extracting(EventLog.Event::at).isSorted();
    }

    @Test
    void oneFailingUnitDoesNotFailItsCompanions() {
        List<CompletableFuture<Received>> good = new ArrayList<>();
        CompletableFuture<Object> bad = store.write(tx -> {
            throw new IllegalArgumentException("culprit");
        });
        for (int i = 0; i < 40; i++) {
            good.add(store.write(new ReceiveUnit(arrival(POINT, "1:" + i, bytes("mail " + i)), Clock.systemUTC())));
        }

        assertThat(good).allSatisfy(future -> assertThat(future.join().fresh()).isTrue());
        assertThatThrownBy(bad::join).hasRootCauseMessage("culprit");
    }

    @Test
    void textWithNulAndHalfSurrogatesIsStored() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        born(id, BILLING, 50, Content.ofSubject("a\0b\uD800c"));

        assertThat(load(id).content().subject()).isEqualTo("ab\uFFFDc");
    }

    @Test
    void eventsGetGaplessPositionsInOrderPerInteraction() {
        List<InteractionId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(born(INTAKE, 50));
        }
        ids.forEach(id -> store.writeNow(
                tx -> new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), TEST).place(BILLING, tx.now())));

        new Sequencer(store, new Roles(store, "n1")).pass();

        List<EventLog.Event> events = store.read(tx -> tx.stream().after(0, 100));
        assertThat(events)
                .extracting(EventLog.Event::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(events.stream().filter(e -> e.subject().equals(ids.get(0).value())))
                .extracting(EventLog.Event::seq)
                .containsExactly(1, 2);
    }

    @Test
    void pointEventsAreNumberedPerPoint() {
        store.writeNow(tx -> {
            tx.events().append(TENANT, POINT, NewEvent.of("serai.capture.refused", "support"));
            tx.events().append(TENANT, POINT, NewEvent.of("serai.capture.refused", "support"));
            return 0;
        });

        var found4 = store.read(tx -> tx.events().timeline(TENANT, "point:support"));
        assertThat(found4).extracting(EventLog.Event::seq).containsExactly(1, 2);
    }

    @Test
    void aRoleIsHeldByOneNodeUntilItRunsOutOrIsReleased() {
        Roles one = new Roles(store, "n1");
        Roles two = new Roles(store, "n2");

        assertThat(one.hold("mailbox:support", Duration.ofSeconds(30))).isTrue();
        assertThat(one.hold("mailbox:support", Duration.ofSeconds(30))).isTrue();
        assertThat(two.hold("mailbox:support", Duration.ofSeconds(30))).isFalse();
        one.release("mailbox:support");
        assertThat(two.hold("mailbox:support", Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void aDeliveryKeyKeepsItsFirstAnswer() {
        DeliveryTable.Applied first = new DeliveryTable.Applied("d1", "{\"id\":1}");
        store.writeNow(tx -> {
            tx.deliveries().insert(TENANT, "rest", "k", first, tx.now());
            return 0;
        });

        var found5 = store.read(tx -> tx.deliveries().load(TENANT, "rest", "k"));
        assertThat(found5).contains(first);
        assertThatThrownBy(() -> store.transact(tx -> {
                    tx.deliveries().insert(TENANT, "rest", "k", new DeliveryTable.Applied("d2", "{}"), tx.now());
                    return 0;
                }))
                .isInstanceOf(KeyTaken.class);
    }

    @Test
    void positionsInTheLedgerAreKnownHoweverManyAreAsked() {
        receive("7:1", "one");
        receive("7:2500", "two");
        List<String> asked =
                IntStream.rangeClosed(1, 2500).mapToObj(uid -> "7:" + uid).toList();

        var known = store.read(tx -> tx.ledger().known(TENANT, POINT, asked)).keySet();
        assertThat(known).containsExactlyInAnyOrder("7:1", "7:2500");
    }

    @Test
    void unacknowledgedMailIsListedUntilItIsAcknowledged() {
        receive("1:1", "one");
        var found7 = store.read(tx -> tx.ledger().unacknowledged(TENANT, POINT, "", 10));
        assertThat(found7).hasSize(1);
        store.writeNow(tx -> {
            tx.ledger().acknowledge(TENANT, POINT, "1:1");
            return 0;
        });

        var found8 = store.read(tx -> tx.ledger().unacknowledged(TENANT, POINT, "", 10));
        assertThat(found8).isEmpty();
    }

    @Test
    void interactionsAreFoundByWhatTheySay() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        born(id, BILLING, 50, Content.ofSubject("Invoice 4711"));
        born(BILLING, 50);

        var found9 = store.read(tx -> tx.interactions()
                .find(TENANT, InteractionFilter.all().queue("billing").subjectContains("invoice")));
        assertThat(found9).extracting(Interaction::id).containsExactly(id);
    }

    private Received receive(String position, String text) {
        return store.writeNow(new ReceiveUnit(arrival(POINT, position, bytes(text)), Clock.systemUTC()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Arrival arrival(PointName point, String position, byte[] raw) {
        return new Arrival(
                TENANT,
                point,
                position,
                RawContent.of(raw),
                INTAKE,
                50,
                "email",
                Instant.now(),
                false,
                "<m@x>",
                null,
                Content.none(),
                Map.of());
    }

    private InteractionId born(QueueName queue, int priority) {
        return born(InteractionId.next(Clock.systemUTC()), queue, priority, Content.none());
    }

    private InteractionId born(InteractionId id, QueueName queue, int priority, Content content) {
        return store.writeNow(tx -> {
            tx.interactions().insert(StoreSamples.interaction(id, content, tx.now()));
            WorkRow row = WorkRow.born(TENANT, id, queue, priority, tx.now());
            tx.work().insert(tx.events().append(row, NewEvent.of("serai.interaction.submitted", "test")));
            return id;
        });
    }

    private List<WorkRow> claim(QueueName queue, int count) {
        return store.transact(tx -> tx.work().claimable(queue, null, count).stream()
                .map(row -> row.claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now()))
                .peek(tx.work()::update)
                .toList());
    }

    private void place(InteractionId id, QueueName queue) {
        store.writeNow(tx -> new WorkChange(tx, tx.work().lock(TENANT, id).orElseThrow(), TEST).place(queue, tx.now()));
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private List<String> types(InteractionId id) {
        return store.read(tx -> tx.events().timeline(TENANT, id)).stream()
                .map(EventLog.Event::type)
                .toList();
    }
}
