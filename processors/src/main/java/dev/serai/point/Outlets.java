package dev.serai.point;

import dev.serai.interaction.PointName;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in the table `outgoing`: for each point on one node at a time, in order, soon after the commit. A row
 * goes when it was sent; a death between the two sends it once more, under the same delivery id.
 */
public final class Outlets implements AutoCloseable {
    private final Store store;
    private final Roles roles;
    private final Duration time;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "serai-outlet-roles");
        thread.setDaemon(true);
        return thread;
    });
    /** The last of each point, closed ones too: what comes after one waits until it has really ended. */
    private final Map<PointName, OutletLoop> loops = new ConcurrentHashMap<>();

    public Outlets(Store store, Roles roles) {
        this(store, roles, Duration.ofSeconds(30));
    }

    /** @param time that a point's role is had for before it is renewed */
    Outlets(Store store, Roles roles, Duration time) {
        this.store = store;
        this.roles = roles;
        this.time = time;
        store.onOutgoing(this::wake);
    }

    /** Begins to send for a point, until it is closed; one that was opened before is closed. */
    public synchronized void open(PointName point, Outlet outlet) {
        OutletLoop old = loops.get(point);
        end(old);
        Thread before = old == null ? null : old.thread();
        OutletLoop loop = new OutletLoop(point, outlet, store, roles, time, timer, before);
        loops.put(point, loop);
        loop.start();
    }

    /** Ends sending for a point; what waits is kept. */
    public void close(PointName point) {
        end(loops.get(point));
    }

    /** Lets a point's sender look now. */
    public void wake(PointName point) {
        OutletLoop loop = loops.get(point);
        if (loop != null) {
            loop.wake();
        }
    }

    @Override
    public void close() {
        loops.keySet().forEach(this::close);
        timer.shutdownNow();
    }

    private static void end(@Nullable OutletLoop loop) {
        try {
            if (loop != null) {
                loop.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
