package dev.serai.store;

import dev.serai.view.QueueViews;
import dev.serai.view.ViewBook;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the columns that views read of what already waits, after the file of its queue gave them another meaning. Until a
 * row is filled it is in no view that reads them, so that a view may be late but is never wrong. Which meaning a row's
 * columns have stands in the row itself: a pass that a crash cuts off, or a node that still wrote by the old files, is
 * made good by the next one.
 */
public final class ColumnRefill {
    private static final String ROLE = "columns";
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final int BATCH = 200;
    /** So many batches in a pass, so that leases, alerts and the like get their turn. */
    private static final int BATCHES = 20;
    /** When all was filled, how many passes are left out unless the files change. */
    private static final int REST = 60;

    private final Store store;
    private final Roles roles;
    private @Nullable ViewBook filled;
    private int passesSince;

    public ColumnRefill(Store store, Roles roles) {
        this.store = store;
        this.roles = roles;
    }

    /** One pass, to be made every second; returns how many rows were filled. To be called by one thread. */
    public int pass() {
        ViewBook book = store.database().views();
        if (book == filled && ++passesSince < REST) {
            return 0;
        }
        List<QueueViews> looked =
                book.all().stream().filter(QueueViews::isLookedAt).toList();
        if (looked.isEmpty() || !roles.hold(ROLE, TERM)) {
            return 0;
        }
        int all = 0;
        boolean done = true;
        for (QueueViews queue : looked) {
            int some = fill(queue);
            all += some;
            done &= some < BATCH * BATCHES;
        }
        filled = done ? book : null;
        passesSince = 0;
        return all;
    }

    private int fill(QueueViews queue) {
        int all = 0;
        int some = BATCH;
        for (int i = 0; i < BATCHES && some == BATCH; i++) {
            some = store.transact(tx -> tx.views().fill(queue, BATCH));
            all += some;
        }
        return all;
    }
}
