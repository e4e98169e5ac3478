package dev.serai.follow;

import dev.serai.store.FollowerTable.Cursor;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import java.time.Duration;

/**
 * Deletes events that are older than they are to be kept, in small transactions. Never what a follower has yet to take,
 * and never of interactions that are live or stopped not long enough ago: their timelines stay whole.
 */
public final class Retention {
    private static final Duration ROLE = Duration.ofMinutes(3);
    private static final int BATCH = 500;
    private static final int BATCHES = 100;

    private final Store store;
    private final Roles roles;
    private final Duration keep;

    public Retention(Store store, Roles roles, Duration keep) {
        this.store = store;
        this.roles = roles;
        this.keep = keep;
    }

    /** One pass; returns how many events were deleted. Of several nodes one does it. */
    public int pass() {
        if (!roles.hold("event-retention", ROLE)) {
            return 0;
        }
        int all = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            int deleted = store.transact(this::forget);
            all += deleted;
            if (deleted < BATCH) {
                break;
            }
        }
        return all;
    }

    private int forget(Tx tx) {
        long taken = tx.followers().all().stream()
                .mapToLong(Cursor::position)
                .min()
                .orElse(tx.stream().extent().head());
        return tx.stream().forget(tx.now().minus(keep), taken, BATCH);
    }
}
