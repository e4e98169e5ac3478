package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.QueueDepth;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts aside what waits in queues that no live file declares, where nobody would ever look for it: placed there by work
 * that was claimed before the queue went away.
 */
public final class Strays {
    private static final Set<State> WAITING = Set.of(State.QUEUED, State.HELD);
    private static final int BATCH = 200;
    /** Other nodes may take a new file a little earlier than this one. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Store store;
    private final Supplier<Generation> live;
    private final Duration grace;

    /** @param live the files that are live now */
    public Strays(Store store, Supplier<Generation> live) {
        this(store, live, GRACE);
    }

    Strays(Store store, Supplier<Generation> live, Duration grace) {
        this.store = store;
        this.live = live;
        this.grace = grace;
    }

    /** One pass; returns how many were put aside. */
    public int pass() {
        Generation files = live.get();
        Set<QueueName> known = files.queues().keySet();
        return store.read(tx -> tx.work().depths()).stream()
                .filter(depth -> WAITING.contains(depth.state()) && !known.contains(depth.queue()))
                .map(QueueDepth::queue)
                .distinct()
                .mapToInt(queue -> store.transact(tx -> putAside(tx, queue, files.id())))
                .sum();
    }

    private int putAside(Tx tx, QueueName queue, String generation) {
        List<WorkRow> waiting = tx.work().waiting(queue, tx.now().minus(grace), BATCH);
        waiting.forEach(row -> new WorkChange(tx, row, new By("sweeper", null, generation))
                .quarantine(new Cause(
                        "queue", "unknown-queue", "queue '" + queue + "' is in no file that is live", queue)));
        return waiting.size();
    }
}
