package dev.serai.operation;

import dev.serai.store.Dialect;
import dev.serai.store.KeyTaken;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Unit;
import dev.serai.window.CrashWindow;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Runs operations against the store. */
public final class Operations {
    private final Store store;
    private final Lock onePull = new ReentrantLock();

    public Operations(Store store) {
        this.store = store;
    }

    /**
     * Applies an operation in a commit group; completes after the durable commit.
     *
     * @return completes exceptionally with {@link StoreException.Unavailable} when the database is away
     */
    public <T> CompletableFuture<Outcome<T>> run(Unit<Outcome<T>> operation) {
        return store.write(operation);
    }

    /** Claims in a transaction of its own, so that a pull never waits behind a group. */
    public Outcome<List<Lease>> pull(Unit<Outcome<List<Lease>>> pull) {
        Outcome<List<Lease>> pulled = store.database().dialect() == Dialect.H2 ? alone(pull) : claimed(pull);
        CrashWindow.PULL_COMMITTED.pass();
        return pulled;
    }

    /** H2 cuts to the limit before it skips what others have locked: of two pulls at once one would find nothing. */
    private Outcome<List<Lease>> alone(Unit<Outcome<List<Lease>>> pull) {
        onePull.lock();
        try {
            return claimed(pull);
        } finally {
            onePull.unlock();
        }
    }

    private Outcome<List<Lease>> claimed(Unit<Outcome<List<Lease>>> pull) {
        try {
            return store.transact(pull::apply);
        } catch (KeyTaken appliedMeanwhile) {
            return store.transact(pull::apply);
        }
    }
}
