package dev.serai.queue;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Fence;
import dev.serai.store.Store;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Renews the leases of runs that live, and ends those that overran their deadline. */
final class LeaseKeeper {
    /** Reading a mail takes as long as it is large, and runs nobody's strategy: it may take so many deadlines. */
    private static final int OF_INTAKE = 10;

    private final Store store;
    private final InFlight inFlight;
    private final Duration lease;
    private final Duration deadline;
    private final Clock clock;
    private final Set<Fence> overrun = ConcurrentHashMap.newKeySet();

    LeaseKeeper(Store store, InFlight inFlight, Duration lease, Duration deadline, Clock clock) {
        this.store = store;
        this.inFlight = inFlight;
        this.lease = lease;
        this.deadline = deadline;
        this.clock = clock;
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

    /** One pass. A run past its deadline is interrupted and not renewed: it fails, or its lease runs out. */
    void pass() {
        giveBack(lease.multipliedBy(3).dividedBy(4));
        Instant now = clock.instant();
        List<InFlight.Entry> running = inFlight.running();
        overrun.retainAll(running.stream().map(InFlight.Entry::fence).toList());
        List<InFlight.Entry> alive =
                running.stream().filter(entry -> !cut(entry, now)).toList();
        if (!alive.isEmpty()) {
            store.writeNow(tx -> {
                alive.forEach(entry -> tx.work().renew(entry.fence(), tx.now().plus(lease)));
                return alive.size();
            });
        }
    }

    private Duration allowed(InFlight.Entry entry) {
        return entry.queue().equals(QueueDefinition.INTAKE) ? deadline.multipliedBy(OF_INTAKE) : deadline;
    }

    private boolean cut(InFlight.Entry entry, Instant now) {
        Thread thread = entry.thread();
        if (thread == null
                || entry.runningSince() == null
                || entry.runningSince().isAfter(now.minus(allowed(entry)))) {
            return false;
        }
        if (overrun.add(entry.fence())) {
            thread.interrupt();
        }
        return true;
    }
}
