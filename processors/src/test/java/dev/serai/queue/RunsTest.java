package dev.serai.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.serai.store.Tx;
import dev.serai.store.Unit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs that are waited for, cut and left behind. */
class RunsTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final RunThreads threads = new RunThreads();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void end() {
        released.countDown();
        threads.close();
    }

    @Test
    void aRunThatReactsToItsInterruptShouldEndByIt() throws Exception {
        Run run = started(new Run(() -> {
            released.await();
            return tx -> true;
        }));
        assertThat(run.await(SHORT)).isFalse();

        run.cut();

        assertThat(run.await(Duration.ofSeconds(20))).isTrue();
        assertThatThrownBy(run::result).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatARunThatWasLeftBehindEndsWithShouldBeThrownAway() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        AtomicBoolean told = new AtomicBoolean();
        Run run = started(new Run(() -> {
            deafly(released);
            return new Spooled(closed);
        }));
        run.cut();
        assertThat(run.await(SHORT)).isFalse();

        assertThat(run.leave(() -> told.set(true))).isTrue();
        released.countDown();

        await().untilTrue(told);
        assertThat(closed).isTrue();
        assertThatThrownBy(run::result).isInstanceOf(Run.LeftBehind.class);
    }

    @Test
    void aRunThatEndedCannotBeLeftBehind() throws Throwable {
        Unit<Boolean> ending = tx -> true;
        Run run = started(new Run(() -> ending));
        assertThat(run.await(Duration.ofSeconds(20))).isTrue();

        assertThat(run.leave(() -> {})).isFalse();

        assertThat(run.result()).isSameAs(ending);
    }

    @Test
    void whoeverWaitsShouldBeLetGoWhenTheHubStops() throws Exception {
        Run run = started(new Run(() -> {
            deafly(released);
            return tx -> true;
        }));
        CompletableFuture<Boolean> waiter = CompletableFuture.supplyAsync(() -> waited(run));

        threads.leaveAll();

        assertThat(waiter.get(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(run::result).isInstanceOf(Run.LeftBehind.class);
    }

    private Run started(Run run) {
        threads.start(run);
        await().until(() -> run.thread() != null);
        return run;
    }

    private static boolean waited(Run run) {
        try {
            return run.await(Duration.ofMinutes(5));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Waits as code that ignores interrupts does. */
    private static void deafly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private record Spooled(AtomicBoolean closed) implements Unit<Boolean>, AutoCloseable {
        @Override
        public Boolean apply(Tx tx) {
            return true;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
