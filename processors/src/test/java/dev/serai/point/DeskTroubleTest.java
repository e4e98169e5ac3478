package dev.serai.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.serai.document.Document;
import dev.serai.files.Generation;
import dev.serai.files.Home;
import dev.serai.interaction.InteractionId;
import dev.serai.operation.Stop;
import dev.serai.operation.Target;
import dev.serai.store.Database;
import dev.serai.store.DatabaseSettings;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.WorkChange.By;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What says nothing of an operation must not become its fate. */
class DeskTroubleTest {
    private static final Generation FILES = Generation.load(Home.of(Path.of(System.getProperty("serai.home"))));

    @TempDir
    private Path folder;

    private final Weak clock = new Weak();
    private Store store;
    private PointDesk desk;

    @BeforeEach
    void open() {
        store = Store.on(
                Database.open(DatabaseSettings.embedded(folder, Path.of(System.getProperty("serai.home"), "sql"))));
        desk = new PointDesk(store, () -> FILES, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anErrorShouldNotBeKeptAsTheAnswer() {
        clock.ill = true;
        assertThatThrownBy(() -> apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}"))
                .isInstanceOf(StoreException.Trouble.class);
        clock.ill = false;

        Fate again = apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}");
        assertThat(again.born()).hasSize(1);
        assertThat(again.replayed()).isFalse();
    }

    @Test
    void aLockThatSomebodyElseKeepsShouldNotBeKeptAsTheAnswer() {
        InteractionId id = apply("m1", "{\"operation\":\"submit\",\"externalId\":\"A-1\"}")
                .born()
                .get(0);
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        CompletableFuture<Boolean> somebody = CompletableFuture.supplyAsync(() -> store.transact(tx -> {
            new Stop(new Target("default", id), "spam", By.of("somebody")).apply(tx);
            tx.interactions().load("default", id);
            locked.countDown();
            awaited(released);
            throw new IllegalStateException("rolled back");
        }));
        awaited(locked);

        assertThatThrownBy(() -> apply("m2", "{\"operation\":\"stop\",\"externalId\":\"A-1\"}"))
                .isInstanceOf(StoreException.Unavailable.class);
        released.countDown();
        assertThat(somebody).failsWithin(Duration.ofSeconds(5));
        assertThat(apply("m2", "{\"operation\":\"stop\",\"externalId\":\"A-1\"}")
                        .allApplied())
                .isTrue();
    }

    @Test
    void whoLostHisRoleShouldHaveNothingApplied() {
        new Roles(store, "other").hold("sql:crm", Duration.ofSeconds(60));
        Delivery delivery = new Delivery(DeskContract.point("crm"), "m1", null);
        Document submit = Document.read("{\"operation\":\"submit\",\"externalId\":\"A-1\"}");

        assertThatThrownBy(() -> desk.apply(delivery, submit, new RoleAround("sql:crm", "this")))
                .isInstanceOf(Around.Overtaken.class);

        assertThat(desk.isDone(delivery, submit)).isFalse();
        assertThat(desk.apply(delivery, submit, new RoleAround("sql:crm", "other"))
                        .born())
                .hasSize(1);
    }

    private Fate apply(String key, String text) {
        return desk.apply(new Delivery(DeskContract.point("crm"), key, null), Document.read(text));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A clock by which the memory runs out. */
    private static final class Weak extends Clock {
        private volatile boolean ill;

        @Override
        public Instant instant() {
            if (ill) {
                throw new OutOfMemoryError("made up");
            }
            return Instant.now();
        }

        @Override
        public long millis() {
            return instant().toEpochMilli();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
