package dev.serai.queue;

import dev.serai.store.Store;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Renews the leases of what runs here, and gives back what nobody took up. */
final class LeaseKeeper {
    private final Store store;
    private final InFlight inFlight;
    private final Duration lease;

    LeaseKeeper(Store store, InFlight inFlight, Duration lease) {
        this.store = store;
        this.inFlight = inFlight;
        this.lease = lease;
    }

    /** Gives back what was handed over and never taken up: its attempt does not count, for it never ran. */
    void giveBack(Duration waiting) {
        for (InFlight.Entry entry : inFlight.waitingLongerThan(waiting)) {
            inFlight.ended(entry.fence());
            CompletableFuture<?> unused = store.write(tx -> tx.work()
                    .lock(entry.fence())
                    .filter(row -> !renewed(row))
                    .map(row -> new WorkChange(tx, row, By.of("feeder").because("nobody took it up"))
                            .release(tx.now(), false, "serai.interaction.returned")));
        }
    }

    /** Another node runs it: its lease ends later than the claim gave it. */
    private boolean renewed(WorkRow row) {
        return row.leaseUntil() != null
                && row.assignedAt() != null
                && row.leaseUntil().isAfter(row.assignedAt().plus(lease));
    }

    /** One pass. What overruns its time is no longer in hand, and not renewed. */
    void pass() {
        giveBack(lease.multipliedBy(3).dividedBy(4));
        List<InFlight.Entry> running = inFlight.running();
        if (!running.isEmpty()) {
            store.writeNow(tx -> {
                running.forEach(entry -> tx.work().renew(entry.fence(), tx.now().plus(lease)));
                return running.size();
            });
        }
    }
}
