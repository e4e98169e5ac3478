package dev.serai.store;

import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.WorkChange.By;
import java.util.List;

/** Puts back work whose lease ran out and queues held work whose time is over. */
public final class Sweeper {
    private static final int BATCH = 200;
    private static final QueueName DISPATCH = QueueName.of("dispatch");

    /** Work that is taken so often and never ends stops nodes or threads; more than a few restarts of a hub in a row. */
    private static final int MOST_EXPIRIES = 15;

    private final Store store;

    public Sweeper(Store store) {
        this.store = store;
    }

    /** One pass; returns how many interactions moved. Safe on every node at once: rows are locked and skipped. */
    public int pass() {
        return store.transact(tx -> {
            List<WorkRow> expired = tx.work().expired(BATCH);
            expired.forEach(row -> putBack(tx, row));
            List<WorkRow> over = tx.work().holdOver(BATCH);
            over.forEach(row -> new WorkChange(tx, row, By.of("sweeper").because("its time was over")).resume());
            return expired.size() + over.size();
        });
    }

    private static void putBack(Tx tx, WorkRow row) {
        if (row.state() == State.ROUTING
                && row.attempt() >= MOST_EXPIRIES
                && !row.queue().equals(DISPATCH)) {
            new WorkChange(tx, row, By.of("sweeper"))
                    .quarantine(new QuarantineTable.Cause(
                            "queue",
                            "overran",
                            "its work was begun " + row.attempt() + " times and never came to an end",
                            row.queue()));
            return;
        }
        String who = row.state() == State.ASSIGNED ? "client " + row.owner() : "node " + row.owner();
        new WorkChange(tx, row, By.of("sweeper").because("the lease of " + who + " ran out"))
                .release(tx.now(), true, "serai.interaction.lease-expired");
    }
}
