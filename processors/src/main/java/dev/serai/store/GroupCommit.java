package dev.serai.store;

import dev.serai.window.CrashWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what waits from all sources as one transaction. A future completes after the durable commit. A group that
 * fails on data is applied again by halves down to the culprit, which alone fails; one that fails on the database fails
 * as {@link StoreException.Unavailable} for all and counts against nobody. Nothing that a unit throws ends the writer.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int DEADLOCK_TRIES = 5;
    /** More than event loops can add between looking and adding. */
    private static final int CROWDED = 1000;

    private final Database database;
    private final Bounds bounds;
    private final Consumer<Tx.Wakes> wake;
    private final LinkedBlockingQueue<Waiting<?>> waiting = new LinkedBlockingQueue<>(10_000);
    private final Thread writer = new Thread(this::run, "serai-store-writer");
    /** Tells the waiting what became of them: whatever they do then, the writer goes on. */
    private final ExecutorService told = Executors.newSingleThreadExecutor(task -> daemon(task, "serai-store-teller"));

    private volatile boolean open = true;

    /**
     * How large a group may become.
     *
     * @param items units at the most
     * @param bytes what the units write, at the most, but for a single unit that is larger
     */
    record Bounds(int items, long bytes) {
        static final Bounds DEFAULT = new Bounds(100, 8L << 20);
    }

    GroupCommit(Database database, Bounds bounds, Consumer<Tx.Wakes> wake) {
        this.database = database;
        this.bounds = bounds;
        this.wake = wake;
        writer.setDaemon(true);
        writer.start();
    }

    /** Queues a unit; blocks while ten thousand wait. What {@link Unit#bytes} throws is the caller's. */
    <T> CompletableFuture<T> submit(Unit<T> unit) {
        Waiting<T> entry = new Waiting<>(unit);
        if (!open) {
            entry.future.completeExceptionally(closed());
            return entry.future;
        }
        try {
            waiting.put(entry);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            entry.future.completeExceptionally(interrupted);
        }
        return entry.future;
    }

    /** Whether little more can be queued without blocking. */
    boolean isCrowded() {
        return waiting.remainingCapacity() < CROWDED;
    }

    private void run() {
        while (open || !waiting.isEmpty()) {
            try {
                guarded();
            } catch (InterruptedException interrupted) {
                open = false;
            }
        }
        told.execute(() -> waiting.forEach(left -> left.future.completeExceptionally(closed())));
        told.shutdown();
    }

    /** Whoever waits must learn of it: without the writer, or without a word of it, all of them would wait for ever. */
    private void guarded() throws InterruptedException {
        List<Waiting<?>> group = new ArrayList<>();
        try {
            gather(group);
            if (!group.isEmpty()) {
                commit(group, 0);
            }
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable unforeseen) {
            LOG.error("commit group failed in an unforeseen way units={}", group.size(), unforeseen);
            StoreException.Unavailable away =
                    new StoreException.Unavailable("the store failed in an unforeseen way: " + unforeseen, unforeseen);
            group.forEach(entry -> entry.future.completeExceptionally(away));
        }
    }

    /** What waits right now: while one group is committed the next one gathers by itself, so there is no lingering. */
    private void gather(List<Waiting<?>> group) throws InterruptedException {
        long bytes = 0;
        Waiting<?> entry = waiting.poll(200, TimeUnit.MILLISECONDS);
        while (entry != null) {
            group.add(entry);
            bytes += entry.bytes;
            if (group.size() >= bounds.items() || bytes >= bounds.bytes()) {
                break;
            }
            entry = waiting.poll();
        }
    }

    private void commit(List<Waiting<?>> group, int tries) {
        Tx.Wakes woken;
        try {
            woken = applyAll(group);
        } catch (RuntimeException | Error failure) {
            failed(group, tries, failure);
            return;
        }
        CrashWindow.GROUP_COMMITTED.pass();
        told.execute(() -> {
            group.forEach(Waiting::succeed);
            wake.accept(woken);
        });
    }

    private Tx.Wakes applyAll(List<Waiting<?>> group) {
        try (Handle handle = database.jdbi().open()) {
            try {
                Tx tx = Tx.on(handle, database);
                tx.readAhead(group.stream().<Unit<?>>map(entry -> entry.unit).toList());
                group.forEach(entry -> entry.apply(tx));
                tx.send();
                CrashWindow.GROUP_APPLIED.pass();
                handle.getConnection().commit();
                if (database.dialect() == Dialect.H2) {
                    Checkpoint.sync(handle.getConnection());
                }
                return tx.wakes();
            } catch (RuntimeException | Error failure) {
                rollback(handle, failure);
                throw failure;
            } catch (java.sql.SQLException failure) {
                rollback(handle, failure);
                throw new StoreException("commit failed", failure);
            }
        }
    }

    private static void rollback(Handle handle, Throwable failure) {
        try {
            handle.getConnection().rollback();
        } catch (java.sql.SQLException broken) {
            failure.addSuppressed(broken);
        }
    }

    private void failed(List<Waiting<?>> group, int tries, Throwable failure) {
        if (Failures.isUnavailable(failure)) {
            StoreException.Unavailable away = new StoreException.Unavailable(
                    "the database is not available: " + OneLine.rootCause(failure), failure);
            told.execute(() -> group.forEach(entry -> entry.future.completeExceptionally(away)));
        } else if (Failures.isRetryable(failure) && tries < DEADLOCK_TRIES) {
            commit(group, tries + 1);
        } else if (group.size() == 1) {
            Waiting<?> culprit = group.get(0);
            told.execute(() -> culprit.future.completeExceptionally(failure));
        } else {
            int half = group.size() / 2;
            commit(group.subList(0, half), 0);
            commit(group.subList(half, group.size()), 0);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static StoreException closed() {
        return new StoreException.Unavailable("the store is closed", new IllegalStateException("closed"));
    }

    /** Writes what waits, then ends. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join(10_000);
            boolean unused = told.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Waiting<T> {
        private final Unit<T> unit;
        private final long bytes;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private @Nullable T result;

        Waiting(Unit<T> unit) {
            this.unit = unit;
            this.bytes = unit.bytes();
        }

        void apply(Tx tx) {
            result = unit.apply(tx);
        }

        @SuppressWarnings("NullAway") // a unit of Void yields null, and that is its result
        void succeed() {
            future.complete(result);
        }
    }
}
