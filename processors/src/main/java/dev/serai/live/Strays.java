package dev.serai.live;

import dev.serai.files.Generation;
import dev.serai.interaction.QueueName;
import dev.serai.store.QuarantineTable.Cause;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Puts aside what waits in queues that no live file of any node declares, where nobody would ever look for it: placed
 * there by work that was claimed before the queue went away.
 */
public final class Strays {
    private static final int BATCH = 200;
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** A node that said nothing for so long is dead, and what only its files know nobody serves. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private static final String QUEUES = "config/queues/";

    private final Store store;
    private final String node;
    private final Supplier<Generation> live;
    private final Duration grace;

    /**
     * @param node this process
     * @param live the files that are live here now
     */
    public Strays(Store store, String node, Supplier<Generation> live) {
        this(store, node, live, GRACE);
    }

    Strays(Store store, String node, Supplier<Generation> live, Duration grace) {
        this.store = store;
        this.node = node;
        this.live = live;
        this.grace = grace;
    }

    /** One pass; returns how many were put aside. */
    public int pass() {
        Generation files = live.get();
        Set<QueueName> known = new HashSet<>(files.queues().keySet());
        known.addAll(store.transact(this::knownToNodes));
        return store.read(tx -> tx.queueOverview().queues()).stream()
                .filter(queue -> !known.contains(queue))
                .mapToInt(queue -> store.transact(tx -> putAside(tx, queue, files.id())))
                .sum();
    }

    /** Nodes may run by different files: while an edit is rolled out, or where one refused it. */
    private Set<QueueName> knownToNodes(Tx tx) {
        tx.generations().seen(node, tx.now());
        return tx.generations().livePaths(QUEUES, tx.now().minus(SILENCE)).stream()
                .map(path -> path.substring(QUEUES.length()).replaceFirst("\\..*", ""))
                .map(QueueName::of)
                .collect(Collectors.toSet());
    }

    private int putAside(Tx tx, QueueName queue, String generation) {
        List<WorkRow> waiting = tx.queueOverview().waiting(queue, tx.now().minus(grace), BATCH);
        waiting.forEach(row -> new WorkChange(tx, row, new By("sweeper", null, generation))
                .quarantine(new Cause(
                        "queue", "unknown-queue", "queue '" + queue + "' is in no file that is live", queue)));
        return waiting.size();
    }
}
