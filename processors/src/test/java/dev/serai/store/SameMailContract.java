package dev.serai.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.serai.interaction.Content;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.Arrival.Once;
import dev.serai.store.EventLog.Event;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.WorkChange.By;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as the same mail, on both databases alike; a class per database runs it. */
abstract class SameMailContract {
    private static final String TENANT = "default";
    private static final PointName SUPPORT = PointName.of("support");
    private static final PointName SALES = PointName.of("sales");
    private static final QueueName INTAKE = QueueName.of("intake");

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
    void p12_furtherCopyShouldBeNamedInTheTimelineOfTheOneInteraction() {
        Received first = once(SUPPORT, "1:1", "copy one", "a@example.com");
        Received second = once(SALES, "1:1", "copy two", "b@example.com");
        assertThat(second).isEqualTo(new Received(first.id(), false));
        Event copy = last(first.id());
        assertThat(copy.type()).isEqualTo("serai.capture.duplicate");
        assertThat(copy.data()).containsEntry("point", "sales").containsEntry("position", "1:1");
        assertThat(copy.data()).containsEntry("recipients", "b@example.com");
        assertThat(load(first.id()).userData()).containsEntry(Arrival.RECIPIENTS, "a@example.com, b@example.com");
    }

    @Test
    void p26_copyOfAMailThatWasStoppedShouldStillCount() {
        Received first = once(SUPPORT, "1:1", "copy one", "a@example.com");
        store.writeNow(tx -> {
            new WorkChange(tx, tx.work().lock(TENANT, first.id()).orElseThrow(), By.of("test")).stop("answered");
            return 0;
        });
        assertThat(once(SALES, "1:1", "copy two", "b@example.com").fresh()).isFalse();
        assertThat(last(first.id()).type()).isEqualTo("serai.capture.duplicate");
        assertThat(load(first.id()).standing().state()).isEqualTo(State.STOPPED);
    }

    @Test
    void copiesInOneCommitGroupShouldBeOneInteraction() {
        assertThat(fresh(atOnce(store, store))).isOne();
    }

    @Test
    void copiesOnTwoNodesAtTheSameTimeShouldBeOneInteraction() {
        try (Store other = Store.on(store.database(), 1, 1)) {
            assertThat(fresh(atOnce(store, other))).isOne();
        }
    }

    @Test
    void p10_sameMessageIdWithOtherBytesShouldBeTakenWithAWarning() {
        Received first = store.writeNow(unit(arrival(SUPPORT, "1:1", "parcel one")));
        Received second = store.writeNow(unit(arrival(SUPPORT, "1:2", "parcel two")));
        assertThat(second.fresh()).isTrue();
        Interaction flagged = load(second.id());
        assertThat(flagged.userData())
                .containsEntry(Arrival.SAME_MESSAGE_ID, first.id().value());
        assertThat(flagged.content().warnings())
                .singleElement()
                .asString()
                .startsWith("the same Message-ID as interaction " + first.id());
    }

    @Test
    void p09_sameMessageIdInAnotherMailboxShouldBeNoWarning() {
        store.writeNow(unit(arrival(SUPPORT, "1:1", "copy one")));
        Received other = store.writeNow(unit(arrival(SALES, "1:1", "copy two")));
        assertThat(other.fresh()).isTrue();
        assertThat(load(other.id()).content().warnings()).isEmpty();
    }

    @Test
    void mailThatCouldBeFetchedLateShouldStayTheSameInteraction() {
        InteractionId waiting = quarantined();
        Received late = store.writeNow(unit(arrival(SUPPORT, "1:1", "late")));
        assertThat(late).isEqualTo(new Received(waiting, true));
        assertThat(load(waiting).standing().state()).isEqualTo(State.QUEUED);
        assertThat(load(waiting).standing().queue()).isEqualTo(INTAKE);
        assertThat(store.raw(TENANT, waiting)).isPresent();
        assertThat(entry("1:1").result()).isEqualTo(Result.TAKEN);
    }

    @Test
    void mailFetchedLateThatIsKnownShouldStopAsADuplicate() {
        Received known = store.writeNow(unit(arrival(SUPPORT, "1:7", "late")));
        InteractionId waiting = quarantined();
        Received late = store.writeNow(unit(arrival(SUPPORT, "1:1", "late")));
        assertThat(late).isEqualTo(new Received(known.id(), false));
        assertThat(load(waiting).standing().stopReason()).isEqualTo("duplicate");
    }

    @Test
    void entriesShouldBeFoundByMessageId() {
        store.writeNow(unit(arrival(SUPPORT, "1:1", "one")));
        var found = store.read(tx -> tx.ledger().byMessageIds(TENANT, SUPPORT, List.of("<m@x>", "<n@x>")));
        assertThat(found).extracting(LedgerEntry::position).containsExactly("1:1");
    }

    /** A mail at position 1:1 that could not be fetched and is asked for again. */
    private InteractionId quarantined() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            tx.interactions().insert(StoreSamples.interaction(id, Content.none(), tx.now()));
            WorkRow row = tx.events()
                    .append(
                            WorkRow.born(TENANT, id, INTAKE, 0, tx.now()),
                            NewEvent.of("serai.interaction.submitted", "support"));
            tx.work().insert(row);
            new WorkChange(tx, row, By.of("support"))
                    .quarantine(new QuarantineTable.Cause("fetch", "unfetchable", "no", INTAKE));
            LedgerEntry entry = LedgerEntry.skipped(TENANT, SUPPORT, "1:1").as(Result.FAILING, id, "no");
            return tx.ledger().insert(entry.acknowledged(false), tx.now());
        });
        return id;
    }

    private static List<CompletableFuture<Received>> atOnce(Store one, Store other) {
        return IntStream.range(0, 40)
                .mapToObj(i -> (i % 2 == 0 ? one : other).write(unit(copy(i))))
                .toList();
    }

    private static long fresh(List<CompletableFuture<Received>> copies) {
        return copies.stream().filter(copy -> copy.join().fresh()).count();
    }

    private static Arrival copy(int number) {
        return arrival(PointName.of("box-" + number), "1:1", "copy " + number)
                .counting(new Once("digest", List.of(number + "@example.com")));
    }

    private Received once(PointName point, String position, String raw, String recipient) {
        Once once = new Once("digest", List.of(recipient));
        return store.writeNow(unit(arrival(point, position, raw).counting(once)));
    }

    private static ReceiveUnit unit(Arrival arrival) {
        return new ReceiveUnit(arrival, Clock.systemUTC());
    }

    private static Arrival arrival(PointName point, String position, String raw) {
        return new Arrival(
                TENANT,
                point,
                position,
                RawContent.of(raw.getBytes(UTF_8)),
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

    private LedgerEntry entry(String position) {
        return store.read(tx -> tx.ledger().load(TENANT, SUPPORT, position)).orElseThrow();
    }

    private Interaction load(InteractionId id) {
        return store.read(tx -> tx.interactions().load(TENANT, id)).orElseThrow();
    }

    private Event last(InteractionId id) {
        List<Event> all = store.read(tx -> tx.events().timeline(TENANT, id));
        return all.get(all.size() - 1);
    }
}
