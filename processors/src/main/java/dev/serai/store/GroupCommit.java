package dev.serai.store;

import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits what waits from all sources as one transaction. A future completes after the durable commit. A group that
 * fails on data is applied again by halves down to the culprit, which alone fails; one that fails on the database fails
 * as {@link StoreException.Unavailable} for all and counts against nobody. Who needs a lock that somebody else keeps
 * fails so too, alone and soon. Nothing that a unit throws ends the writer.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LOOK = Duration.ofMillis(250);

    private final Database database;
    private final Bounds bounds;
    private final Consumer<Tx.Wakes> wake;
    private final WaitingRoom waiting;
    private final Thread writer = new Thread(this::run, "serai-store-writer");
    /** Tells the waiting what became of them: whatever they do then, the writer goes on. */
    private final ExecutorService told = Executors.newSingleThreadExecutor(task -> daemon(task, "serai-store-teller"));

    private final ScheduledExecutorService watch = Ticks.named("serai-store-watch", 1);
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

    GroupCommit(Database database, Bounds bounds, WaitingRoom.Patience patience, Consumer<Tx.Wakes> wake) {
        this.database = database;
        this.bounds = bounds;
        this.waiting = new WaitingRoom(patience);
        this.wake = wake;
        writer.setDaemon(true);
        writer.start();
        ScheduledFuture<?> unused = Endurance.every(watch, "store-watch", LOOK, LOOK, waiting::tellLate);
    }

    /** Queues a unit; blocks some seconds while ten thousand wait. What {@link Unit#bytes} throws is the caller's. */
    <T> CompletableFuture<T> submit(Unit<T> unit) {
        Waiting<T> entry = new Waiting<>(unit);
        if (!open) {
            entry.fail(closed());
        } else {
            waiting.enter(entry);
        }
        return entry.future();
    }

    /** Whether little more can be queued without blocking. */
    boolean isCrowded() {
        return waiting.isCrowded();
    }

    private void run() {
        while (open || !waiting.isEmpty()) {
            try {
                guarded();
            } catch (InterruptedException interrupted) {
                open = false;
            }
        }
        told.execute(() -> waiting.failAll(closed()));
        told.shutdown();
    }

    /** Whoever waits must learn of it: without the writer, or without a word of it, all of them would wait for ever. */
    private void guarded() throws InterruptedException {
        List<Waiting<?>> group = new ArrayList<>();
        try {
            waiting.gather(group, bounds);
            if (!group.isEmpty()) {
                commit(group, Tries.begin());
            }
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable unforeseen) {
            LOG.error("commit group failed in an unforeseen way units={}", group.size(), unforeseen);
            StoreException.Unavailable away =
                    new StoreException.Unavailable("the store failed in an unforeseen way: " + unforeseen, unforeseen);
            group.forEach(entry -> entry.fail(away));
        }
    }

    private void commit(List<Waiting<?>> group, Tries tries) {
        Tx.Wakes woken;
        try {
            woken = applyAll(group, tries);
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

    @SuppressWarnings("try") // the shorter time-out counts as long as it is open
    private Tx.Wakes applyAll(List<Waiting<?>> group, Tries tries) {
        try (Handle handle = database.jdbi().open();
                LockTimeout shorter = LockTimeout.of(handle, database.dialect(), tries.patience())) {
            try {
                Tx tx = Tx.on(handle, database);
                tx.readAhead(group.stream().<Unit<?>>map(Waiting::unit).toList());
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

    private void failed(List<Waiting<?>> group, Tries tries, Throwable failure) {
        if (Failures.isUnavailable(failure)) {
            tell(group, Failures.away(failure));
        } else if (Failures.isContended(failure)) {
            contended(group, tries, failure);
        } else if (Failures.isKeyTaken(failure) && tries.isAnotherAllowed()) {
            commit(group, tries.another());
        } else if (group.size() == 1) {
            tell(group, Failures.ofUnit(failure));
        } else {
            halve(group, tries);
        }
    }

    /** Who waits for a lock that somebody else keeps has to come back; it is nobody's fault. */
    private void contended(List<Waiting<?>> group, Tries tries, Throwable failure) {
        boolean again = !Failures.isLockTimeout(failure) && tries.isAnotherAllowed();
        if (tries.areOver() || (group.size() == 1 && !again)) {
            tell(group, Failures.away(failure));
        } else if (again) {
            commit(group, tries.another());
        } else {
            halve(group, tries);
        }
    }

    private void halve(List<Waiting<?>> group, Tries tries) {
        int half = group.size() / 2;
        commit(group.subList(0, half), tries.halved());
        commit(group.subList(half, group.size()), tries.halved());
    }

    private void tell(List<Waiting<?>> group, Throwable failure) {
        told.execute(() -> group.forEach(entry -> entry.fail(failure)));
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
        watch.shutdown();
        try {
            writer.join(10_000);
            boolean unused = told.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
