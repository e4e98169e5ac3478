package dev.serai.dispatch;

import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Writes what became of tries, without anybody waiting: in the order in which they come, together with the moments before
 * DATA of the mails that follow. While the database is away they are kept and written again, since what is known here must
 * not become uncertain.
 */
final class Settlements implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Store store;
    private final ScheduledExecutorService again = DaemonThreads.scheduled(1, "serai-settlements");
    private volatile boolean open = true;

    Settlements(Store store) {
        this.store = store;
    }

    /**
     * Hands one over.
     *
     * @return completes when it is durable; exceptionally when the data are refused, or at the end while the database is away
     */
    CompletableFuture<Optional<DispatchRow.State>> settle(Settlement settlement) {
        CompletableFuture<Optional<DispatchRow.State>> durable = new CompletableFuture<>();
        write(settlement, durable);
        CrashWindow.DISPATCH_SETTLING.pass();
        return durable;
    }

    private void write(Settlement settlement, CompletableFuture<Optional<DispatchRow.State>> durable) {
        CompletableFuture<?> unused = store.write(settlement).whenComplete((state, failure) -> {
            if (failure == null) {
                durable.complete(state);
            } else if (open && SendResult.StoreAway.isCauseOf(failure)) {
                writeAgain(settlement, durable);
            } else {
                durable.completeExceptionally(failure);
            }
        });
    }

    private void writeAgain(Settlement settlement, CompletableFuture<Optional<DispatchRow.State>> durable) {
        var unused = again.schedule(() -> write(settlement, durable), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives up what the database does not take now. */
    @Override
    public void close() {
        open = false;
        again.shutdownNow();
    }
}
