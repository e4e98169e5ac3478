package dev.serai.point;

import dev.serai.interaction.PointName;
import dev.serai.point.Outlet.Late;
import dev.serai.store.OutgoingRow;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.threads.Endurance;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that sends for one point, as long as this node has the point's role. */
final class OutletLoop {
    private static final Logger LOG = LoggerFactory.getLogger(OutletLoop.class);
    private static final int BATCH = 100;
    private static final long IDLE_MILLIS = 5_000;
    private static final long LEAST_PAUSE = 500;
    private static final long MOST_PAUSE = 30_000;

    private final PointName point;
    private final Outlet outlet;
    private final Store store;
    private final Roles roles;
    private final Duration time;
    private final ScheduledExecutorService timer;
    private final @Nullable Thread before;
    private final Thread thread;
    private boolean open = true;
    private boolean due = true;
    private long failures;

    /**
     * @param time that the point's role is had for, and renewed while rows are being sent
     * @param timer renews it
     * @param before the thread that sent for this point until now: it may still be about its last rows
     */
    OutletLoop(
            PointName point,
            Outlet outlet,
            Store store,
            Roles roles,
            Duration time,
            ScheduledExecutorService timer,
            @Nullable Thread before) {
        this.point = point;
        this.outlet = outlet;
        this.store = store;
        this.roles = roles;
        this.time = time;
        this.timer = timer;
        this.before = before;
        this.thread = new Thread(this::run, "serai-outlet-" + point);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Something may be there to send. */
    synchronized void wake() {
        due = true;
        notifyAll();
    }

    Thread thread() {
        return thread;
    }

    /** Ends after what is being sent; what takes longer than a third of the role's time is interrupted. */
    void close() throws InterruptedException {
        synchronized (this) {
            open = false;
            notifyAll();
        }
        thread.join(time.toMillis() / 3);
        thread.interrupt();
        outlet.close();
    }

    private void run() {
        try {
            if (before != null) {
                before.join();
            }
        } catch (InterruptedException closed) {
            return;
        }
        Endurance.loop("answers of point " + point, this::awaitWork, this::turn);
        release();
    }

    private void turn() throws InterruptedException {
        try {
            sendAll();
            failures = 0;
        } catch (InterruptedException closed) {
            throw closed;
        } catch (Exception | Error away) {
            failed(away);
        }
    }

    private List<Late> send(List<OutgoingRow> rows) throws Exception {
        KeptRole kept = new KeptRole(roles, role(), time, outlet.patience(), timer);
        try (kept) {
            return outlet.send(rows);
        } catch (InterruptedException interrupted) {
            throw kept.isOverdue() ? new TimeoutException("a send took longer than " + outlet.patience()) : interrupted;
        } finally {
            if (kept.isOverdue() && isOpen()) {
                boolean unused = Thread.interrupted(); // it was meant for the send
            }
        }
    }

    private void sendAll() throws Exception {
        List<OutgoingRow> rows = store.read(tx -> tx.outgoing().next(point, BATCH));
        while (isOpen() && !rows.isEmpty() && roles.hold(role(), time)) {
            CrashWindow.OUTGOING_WRITTEN.pass();
            List<Late> late = send(rows);
            Set<OutgoingRow> unsent = late.stream().map(Late::row).collect(Collectors.toUnmodifiableSet());
            List<OutgoingRow> sent =
                    rows.stream().filter(row -> !unsent.contains(row)).toList();
            CrashWindow.OUTGOING_SENT.pass();
            store.writeNow(tx -> {
                tx.outgoing().sent(sent);
                late.stream()
                        .filter(one -> !one.pause().isZero())
                        .forEach(one -> tx.outgoing().postpone(one.row(), one.pause()));
                return true;
            });
            rows = store.read(tx -> tx.outgoing().next(point, BATCH));
        }
    }

    private void failed(Throwable away) {
        failures++;
        if (failures == 1) {
            LOG.warn("answers and news cannot be sent, they are kept and tried again point={}", point, away);
        }
        long pause = Math.min(MOST_PAUSE, LEAST_PAUSE << Math.min(failures - 1, 10));
        try {
            rest(pause);
        } catch (InterruptedException closed) {
            synchronized (this) {
                open = false;
            }
        }
    }

    /** After a failure nobody's wake shortens the pause. */
    private synchronized void rest(long millis) throws InterruptedException {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; open && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        due = true;
    }

    /** True when there may be work; what other nodes wrote is looked for every few seconds. */
    @SuppressWarnings("WaitNotInLoop") // who wakes too early looks too early, which harms nobody
    private synchronized boolean awaitWork() {
        try {
            if (open && !due) {
                wait(IDLE_MILLIS);
            }
            due = false;
            return open;
        } catch (InterruptedException closed) {
            return false;
        }
    }

    private synchronized boolean isOpen() {
        return open;
    }

    private void release() {
        try {
            roles.release(role());
        } catch (RuntimeException away) {
            LOG.debug("role could not be given back, it runs out by itself point={}", point, away);
        }
    }

    private String role() {
        return "outlet:" + point;
    }
}
