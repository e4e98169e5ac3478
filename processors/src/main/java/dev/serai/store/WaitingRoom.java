package dev.serai.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Units that wait for a group, in the order in which they came: at most so many, and none of them for ever. */
final class WaitingRoom {
    /** More than event loops can add between looking and adding. */
    private static final int CROWDED = 1000;

    private final Patience patience;
    private final LinkedBlockingQueue<Waiting<?>> queue;
    private volatile List<Waiting<?>> beingCommitted = List.of();

    /**
     * How long somebody waits when the database does not get on.
     *
     * @param places how many wait at most
     * @param place for a place
     * @param turn for the turn; what is given up then is certainly not done
     * @param commit for the commit, all in all; what is given up then may still be done
     */
    record Patience(int places, Duration place, Duration turn, Duration commit) {
        static final Patience DEFAULT =
                new Patience(10_000, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2));
    }

    WaitingRoom(Patience patience) {
        this.patience = patience;
        this.queue = new LinkedBlockingQueue<>(patience.places());
    }

    void enter(Waiting<?> entry) {
        try {
            if (!queue.offer(entry, patience.place().toMillis(), TimeUnit.MILLISECONDS)) {
                entry.fail(late("too much waits for the database; nothing was done"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            entry.fail(interrupted);
        }
    }

    /** Whether little more can enter without blocking. */
    boolean isCrowded() {
        return queue.remainingCapacity() < Math.min(CROWDED, patience.places());
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** What waits right now: while one group is committed the next one gathers by itself, so there is no lingering. */
    void gather(List<Waiting<?>> group, GroupCommit.Bounds bounds) throws InterruptedException {
        beingCommitted = List.of();
        long bytes = 0;
        Waiting<?> entry = queue.poll(200, TimeUnit.MILLISECONDS);
        while (entry != null) {
            group.add(entry);
            bytes += entry.bytes();
            if (group.size() >= bounds.items() || bytes >= bounds.bytes()) {
                break;
            }
            entry = queue.poll();
        }
        beingCommitted = List.copyOf(group);
    }

    /** Tells those whose patience is over. */
    void tellLate() {
        List<Waiting<?>> late = new ArrayList<>();
        queue.forEach(entry -> {
            // whoever removes it has it: a group that took it meanwhile may commit it
            if (entry.isOlderThan(patience.turn()) && queue.remove(entry)) {
                late.add(entry);
            }
        });
        late.forEach(entry -> entry.fail(late("the database does not get on; nothing was done")));
        beingCommitted.stream()
                .filter(entry -> entry.isOlderThan(patience.commit()))
                .forEach(entry ->
                        entry.fail(late("the database does not answer; whether it was done is not known, the same"
                                + " delivery or Idempotency-Key finds out")));
    }

    void failAll(StoreException reason) {
        queue.forEach(left -> left.fail(reason));
    }

    private static StoreException.Unavailable late(String sentence) {
        return new StoreException.Unavailable(sentence, new IllegalStateException("waited too long"));
    }
}
