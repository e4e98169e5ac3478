package dev.serai.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the troubles of a database, or of the hub, are for those who write; a class per database runs it. */
abstract class ContentionContract {
    private static final Duration SOON = Duration.ofSeconds(40);

    private Store store;

    abstract DatabaseSettings freshDatabase();

    @BeforeEach
    void open() {
        store = Store.on(
                Database.open(freshDatabase()),
                new WaitingRoom.Patience(3, Duration.ofMillis(50), Duration.ofMillis(300), Duration.ofMillis(900)));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRowThatSomebodyElseKeepsShouldMakeOnlyItsOwnUnitComeBack() {
        Store patient = Store.on(store.database());
        patient.writeNow(tx -> role(tx, "kept"));
        try (Handle somebody = store.database().jdbi().open()) {
            somebody.begin();
            somebody.execute("update role_lease set owner = 'n1' where role = 'kept'");
            List<CompletableFuture<Boolean>> units = together(patient, "a", "b", "kept", "c");

            assertThat(units.get(2))
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(StoreException.Unavailable.class);
            units.remove(2);
            assertThat(units).allSatisfy(unit -> assertThat(unit).succeedsWithin(SOON));
            somebody.rollback();
        }
        assertThat(patient.write(tx -> role(tx, "kept"))).succeedsWithin(SOON);
    }

    @Test
    void anErrorOfAUnitShouldBeTroubleOfTheHub() {
        assertThatThrownBy(() -> store.writeNow(tx -> {
                    throw new OutOfMemoryError("made up");
                }))
                .isInstanceOf(StoreException.Trouble.class)
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void whatTheDatabaseFailsOnForOtherReasonsThanTheValuesShouldBeTroubleOfTheHub() {
        assertThatThrownBy(() -> store.writeNow(tx -> {
                    throw new IllegalStateException(new SQLException("no such table", "42P01"));
                }))
                .isInstanceOf(StoreException.Trouble.class);
    }

    @Test
    void whoWaitsForAStoreThatHangsShouldLearnOfItAndNothingOfItBeDone() {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> first = store.write(tx -> awaited(begun, hanging));
        awaited(begun);
        List<CompletableFuture<Integer>> behind = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            behind.add(store.write(tx -> done.incrementAndGet()));
        }

        assertThat(behind)
                .allSatisfy(one -> assertThat(one)
                        .failsWithin(SOON)
                        .withThrowableThat()
                        .withCauseInstanceOf(StoreException.Unavailable.class)
                        .withMessageContaining("nothing was done"));
        assertThat(first).failsWithin(SOON).withThrowableThat().withMessageContaining("not known");
        hanging.countDown();
        store.writeNow(tx -> true);
        assertThat(done).hasValue(0);
    }

    private static List<CompletableFuture<Boolean>> together(Store store, String... names) {
        CountDownLatch gathered = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> busy = store.write(tx -> awaited(begun, gathered));
        awaited(begun);
        List<CompletableFuture<Boolean>> units = new ArrayList<>();
        for (String name : names) {
            units.add(store.write(tx -> role(tx, name)));
        }
        gathered.countDown();
        busy.join();
        return units;
    }

    private static boolean role(Tx tx, String name) {
        return tx.operate().takeRole(name, "n1", tx.now().plusSeconds(60), tx.now());
    }

    private static boolean awaited(CountDownLatch begun, CountDownLatch latch) {
        begun.countDown();
        return awaited(latch);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
