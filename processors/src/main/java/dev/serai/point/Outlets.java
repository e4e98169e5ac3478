package dev.serai.point;

import dev.serai.interaction.PointName;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends what waits in the table `outgoing`: for each point on one node at a time, in order, soon after the commit. A row
 * goes when it was sent; a death between the two sends it once more, under the same delivery id.
 */
public final class Outlets implements AutoCloseable {
    private final Store store;
    private final Roles roles;
    private final Map<PointName, OutletLoop> loops = new ConcurrentHashMap<>();

    public Outlets(Store store, Roles roles) {
        this.store = store;
        this.roles = roles;
        store.onOutgoing(this::wake);
    }

    /** Begins to send for a point, until it is closed; one that was opened before is closed. */
    public void open(PointName point, Outlet outlet) {
        OutletLoop loop = new OutletLoop(point, outlet, store, roles);
        end(loops.put(point, loop));
        loop.start();
    }

    /** Ends sending for a point; what waits is kept. */
    public void close(PointName point) {
        end(loops.remove(point));
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
