package dev.serai.store;

import dev.serai.store.WorkChange.By;
import java.util.List;
import java.util.function.Supplier;

/**
 * What waits in a queue that became another tenant's after it came: nobody is to begin it, it goes into quarantine with the
 * cause `foreign-queue`.
 */
public final class Strangers {
    private static final String CAUSE = "foreign-queue";

    private final Tx tx;

    Strangers(Tx tx) {
        this.tx = tx;
    }

    /** Due work that may be begun. Where all of it was put aside, there may be more behind: it is asked again. */
    List<WorkRow> without(Supplier<List<WorkRow>> due) {
        while (true) {
            List<WorkRow> locked = due.get();
            List<WorkRow> own = locked.stream().filter(this::belongs).toList();
            locked.stream().filter(row -> !belongs(row)).forEach(row -> putAside(tx, row));
            if (locked.isEmpty() || !own.isEmpty()) {
                return own;
            }
        }
    }

    private boolean belongs(WorkRow row) {
        return tx.tenants().admit(row.tenant(), row.queue());
    }

    /** Puts a locked row aside. */
    public static void putAside(Tx tx, WorkRow row) {
        new WorkChange(tx, row, By.of("feeder"))
                .quarantine(new QuarantineTable.Cause(
                        "queue", CAUSE, ForeignQueueException.words(row.tenant(), row.queue()), row.queue()));
    }
}
