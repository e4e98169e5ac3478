package dev.serai.dispatch;

import dev.serai.store.DispatchRow;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what became of tries, without anybody waiting: in the order in which they come, together with the moments before
 * DATA of the mails that follow. While the database is away they are kept and written again, since what is known here must
 * not become uncertain.
 */
final class Settlements implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);
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
     * @return completes when it is durable; exceptionally when it is refused even without the words, or at the end while the database is away
     */
    CompletableFuture<Optional<DispatchRow.State>> settle(Settlement settlement) {
        CompletableFuture<Optional<DispatchRow.State>> durable = new CompletableFuture<>();
        write(settlement, durable, Optional.of(settlement.plain()));
        CrashWindow.DISPATCH_SETTLING.pass();
        return durable;
    }

    /** @param instead written when the database refuses it */
    private void write(
            Settlement settlement,
            CompletableFuture<Optional<DispatchRow.State>> durable,
            Optional<Settlement> instead) {
        CompletableFuture<?> unused = store.write(settlement).whenComplete((state, failure) -> {
            if (failure == null) {
                durable.complete(state);
            } else if (SendResult.StoreAway.isCauseOf(failure)) {
                writeAgain(settlement, durable, instead, failure);
            } else if (instead.isPresent()) {
                LOG.warn(
                        "the database refuses what a server said, only what became of the mail is kept reason={}",
                        Words.of(failure));
                write(instead.get(), durable, Optional.empty());
            } else {
                durable.completeExceptionally(failure);
            }
        });
    }

    private void writeAgain(
            Settlement settlement,
            CompletableFuture<Optional<DispatchRow.State>> durable,
            Optional<Settlement> instead,
            Throwable failure) {
        if (open) {
            var unused =
                    again.schedule(() -> write(settlement, durable, instead), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            durable.completeExceptionally(failure);
        }
    }

    /** Gives up what the database does not take now. */
    @Override
    public void close() {
        open = false;
        again.shutdownNow();
    }
}
