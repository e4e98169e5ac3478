package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.WorkChange.By;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Units of one group, which read ahead together and write together, must fare as if each were alone. */
abstract class GroupContract {
    private static final String TENANT = "default";
    private static final PointName POINT = PointName.of("support");
    private static final QueueName INTAKE = QueueName.of("intake");
    private static final QueueName BILLING = QueueName.of("billing");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

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
    void sameBytesShouldBeOneInteractionWhenTheyComeInOneGroup() {
        List<Received> received = group(20, number -> receive("1:" + number, "the same"));

        assertThat(received).filteredOn(Received::fresh).hasSize(1);
        assertThat(received)
                .extracting(Received::id)
                .containsOnly(received.get(0).id());
    }

    @Test
    void samePositionShouldBeOneInteractionWhenItComesTwiceInOneGroup() {
        List<Received> received = group(2, number -> receive("1:1", "text " + number));

        assertThat(received).extracting(Received::fresh).containsExactly(true, false);
        assertThat(received)
                .extracting(Received::id)
                .containsOnly(received.get(0).id());
    }

    @Test
    void positionShouldBeKnownWhenAnotherNodeTookItWhileTheGroupWasWritten() {
        Store other = Store.on(store.database());
        List<Received> received = group(
                10,
                number -> number == 1
                        ? tx -> other.writeNow(receive("1:5", "text 5"))
                        : receive("1:" + number, "text " + number));

        assertThat(received.get(4)).isEqualTo(new Received(received.get(0).id(), false));
        assertThat(received.subList(5, 10))
                .allSatisfy(mail -> assertThat(mail.fresh()).isTrue());
    }

    @Test
    void oneBadMailShouldFailAloneWhenItsGroupIsWrittenTogether() {
        List<CompletableFuture<Received>> mails =
                submit(20, number -> receive(number == 7 ? "1:" + "7".repeat(300) : "1:" + number, "text " + number));

        assertThat(mails.get(6)).failsWithin(Duration.ofSeconds(30));
        mails.remove(6);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.join().fresh()).isTrue());
    }

    @Test
    void othersShouldBeWrittenWhenAnErrorComesFromOneThatIsAnnounced() {
        List<CompletableFuture<Integer>> units =
                submit(3, number -> number == 2 ? new Erring(new AssertionError("announced")) : tx -> number);

        assertThat(units.get(1)).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("announced");
        assertThat(units.get(0)).succeedsWithin(PATIENCE);
        assertThat(units.get(2)).succeedsWithin(PATIENCE);
    }

    @Test
    void othersShouldBeWrittenWhenEvenTheFailureFails() {
        List<CompletableFuture<Integer>> units = submit(3, number -> new Erring(new Unspeakable()));

        assertThat(units)
                .allSatisfy(unit -> assertThat(unit)
                        .failsWithin(PATIENCE)
                        .withThrowableThat()
                        .withCauseInstanceOf(StoreException.Unavailable.class));
        assertThat(store.write(tx -> 4)).succeedsWithin(PATIENCE).isEqualTo(4);
    }

    @Test
    void unitOfUnknownSizeShouldBeRefusedToItsCallerAlone() {
        assertThatThrownBy(() -> store.write(new Unit<Integer>() {
                    @Override
                    public Integer apply(Tx tx) {
                        return 1;
                    }

                    @Override
                    public long bytes() {
                        throw new AssertionError("no size");
                    }
                }))
                .hasMessage("no size");
        assertThat(store.write(tx -> 4)).succeedsWithin(PATIENCE).isEqualTo(4);
    }

    private record Erring(Error error) implements Unit<Integer> {
        @Override
        public void announce(Ahead ahead) {
            throw error;
        }

        @Override
        public Integer apply(Tx tx) {
            return 0;
        }
    }

    /** An error at which whoever looks for its cause fails too. */
    private static final class Unspeakable extends Error {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            throw new StackOverflowError("by looking for the cause");
        }
    }

    @Test
    void workShouldEndOnceWhenTwoEndingsComeInOneGroup() {
        born();
        WorkRow claimed = claim();

        List<Boolean> ended = group(2, number -> new Ending(claimed));

        assertThat(ended).containsExactly(true, false);
        assertThat(events(claimed.id()))
                .filteredOn("serai.interaction.placed"::equals)
                .hasSize(1);
    }

    @Test
    void contactShouldBeOneWhenAGroupMeetsAnAddressOften() {
        List<Contact> contacts = group(10, number -> tx -> tx.contacts().obtain(TENANT, "Jo", "Jo@example.org"));

        assertThat(contacts).containsOnly(contacts.get(0));
        Contact stored = store.read(tx -> tx.contacts().byAddress(TENANT, "jo@example.org"))
                .orElseThrow();
        assertThat(stored).isEqualTo(contacts.get(0));
    }

    @Test
    void replyShouldJoinItsThreadWhenTheFirstMailIsInTheSameGroup() {
        InteractionId first = InteractionId.next(Clock.systemUTC());
        List<Boolean> found = group(2, number -> new Unit<Boolean>() {
            @Override
            public void announce(Ahead ahead) {
                ahead.messageId(TENANT, "<first@x>");
            }

            @Override
            public Boolean apply(Tx tx) {
                boolean known =
                        tx.interactions().byMessageId(TENANT, "<first@x>").isPresent();
                if (!known) {
                    tx.interactions().insert(StoreSamples.interaction(first, content("<first@x>"), tx.now()));
                }
                return known;
            }
        });

        assertThat(found).containsExactly(false, true);
    }

    @Test
    void readShouldRefuseToWrite() {
        assertThatThrownBy(() -> store.read(tx -> {
                    tx.ledger().acknowledge(TENANT, POINT, "1:1");
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ledger-acknowledge");
    }

    private record Ending(WorkRow claimed) implements Unit<Boolean> {
        @Override
        public void announce(Ahead ahead) {
            ahead.work(claimed.fence());
        }

        @Override
        public Boolean apply(Tx tx) {
            return tx.work()
                    .lock(claimed.fence())
                    .map(row -> new WorkChange(tx, row, By.of("test")).place(BILLING, tx.now()))
                    .isPresent();
        }
    }

    private <T> List<T> group(int size, IntFunction<Unit<T>> unit) {
        return submit(size, unit).stream().map(CompletableFuture::join).toList();
    }

    /** Units 1 to size as one group: they gather while the writer is busy with another. */
    private <T> List<CompletableFuture<T>> submit(int size, IntFunction<Unit<T>> unit) {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = store.write(tx -> {
            begun.countDown();
            return awaited(gathered);
        });
        awaited(begun);
        List<CompletableFuture<T>> units = new ArrayList<>(
                IntStream.rangeClosed(1, size).mapToObj(unit).map(store::write).toList());
        gathered.countDown();
        busy.join();
        return units;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private void born() {
        InteractionId id = InteractionId.next(Clock.systemUTC());
        store.writeNow(tx -> {
            tx.interactions().insert(StoreSamples.interaction(id, Content.none(), tx.now()));
            WorkRow row = WorkRow.born(TENANT, id, INTAKE, 50, tx.now());
            tx.work().insert(tx.events().append(row, NewEvent.of("serai.interaction.submitted", "test")));
            return id;
        });
    }

    private WorkRow claim() {
        return store.transact(tx -> {
            WorkRow row = tx.work()
                    .claimable(INTAKE, null, 1)
                    .get(0)
                    .claimed(State.ROUTING, "n1", tx.now().plusSeconds(60), tx.now());
            tx.work().update(row);
            return row;
        });
    }

    private List<String> events(InteractionId id) {
        return store.read(tx -> tx.events().timeline(TENANT, id)).stream()
                .map(EventLog.Event::type)
                .toList();
    }

    private static ReceiveUnit receive(String position, String text) {
        return new ReceiveUnit(
                new Arrival(
                        TENANT,
                        POINT,
                        position,
                        RawContent.of(text.getBytes(StandardCharsets.UTF_8)),
                        INTAKE,
                        50,
                        "email",
                        Instant.now(),
                        false,
                        "<m-" + text.hashCode() + "@x>",
                        null,
                        Content.none(),
                        Map.of()),
                Clock.systemUTC());
    }

    private static Content content(String messageId) {
        return new Content(
                "message", "subject", null, List.of(), List.of(), List.of(), List.of(), messageId, null, List.of(),
                null, "", null, "", List.of(), null, false, "", List.of());
    }
}
