package dev.serai.operation;

import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Unit;
import dev.serai.window.CrashWindow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs operations against the store. */
public final class Operations {
    private final Store store;

    public Operations(Store store) {
        this.store = store;
    }

    /**
     * Applies an operation in a commit group; completes after the durable commit.
     *
     * @return completes exceptionally with {@link StoreException.Unavailable} when the database is away
     */
    public <T> CompletableFuture<Outcome<T>> run(Unit<Outcome<T>> operation) {
        return store.write(operation).exceptionallyCompose(failure -> again(operation, failure));
    }

    /** Claims in a transaction of its own, so that a pull never waits behind a group. */
    public Outcome<List<Lease>> pull(Unit<Outcome<List<Lease>>> pull) {
        Outcome<List<Lease>> pulled;
        try {
            pulled = store.transact(pull::apply);
        } catch (IllegalStateException appliedMeanwhile) {
            pulled = store.transact(pull::apply);
        }
        CrashWindow.PULL_COMMITTED.pass();
        return pulled;
    }

    /** The same key was applied by another transaction meanwhile: the second time finds its answer. */
    private <T> CompletableFuture<Outcome<T>> again(Unit<Outcome<T>> operation, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof IllegalStateException ? store.write(operation) : CompletableFuture.failedFuture(cause);
    }
}
