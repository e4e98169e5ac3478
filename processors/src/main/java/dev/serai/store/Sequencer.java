package dev.serai.store;

import dev.serai.window.CrashWindow;
import java.time.Duration;

/** Gives committed events their position in the one order that readers follow; one node does it at a time. */
public final class Sequencer {
    private static final Duration ROLE = Duration.ofSeconds(15);
    private static final int BATCH = 1000;

    private final Store store;
    private final Roles roles;
    private long heldUntil = System.nanoTime();
    private long seen = -1;

    public Sequencer(Store store, Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** Until nothing waits; returns how many events got a position, 0 also when another node has the role. */
    public synchronized int pass() {
        EventStream.Extent extent = store.read(tx -> tx.stream().extent());
        int numbered = extent.waiting() && hasRole() ? number() : 0;
        if (extent.head() + numbered > seen) {
            seen = extent.head() + numbered;
            store.tellFollowers();
        }
        return numbered;
    }

    private int number() {
        int all = 0;
        int numbered;
        do {
            numbered = batch();
            all += numbered;
        } while (numbered == BATCH);
        return all;
    }

    private int batch() {
        return store.transact(tx -> {
            int numbered = tx.stream().sequence(BATCH);
            tx.send();
            CrashWindow.EVENT_NUMBERED.pass();
            return numbered;
        });
    }

    /** Asks again only in the last third of the lease; the row lock on the head keeps two sequencers apart anyway. */
    private boolean hasRole() {
        if (System.nanoTime() - heldUntil < 0) {
            return true;
        }
        boolean held = roles.hold("event-sequencer", ROLE);
        heldUntil = System.nanoTime() + (held ? ROLE.toNanos() * 2 / 3 : 0);
        return held;
    }
}
