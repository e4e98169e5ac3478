package dev.serai.overdue;

import dev.serai.files.Generation;
import dev.serai.files.QueueDefinition;
import dev.serai.files.QueueDefinition.Escalation;
import dev.serai.store.EscalationTable.Candidate;
import dev.serai.store.Roles;
import dev.serai.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Escalates what waits too long in its queue, on one node at a time. What waits for a client or a strategy is escalated;
 * what is held, and what a client has, is not, and is when it comes back.
 */
public final class Escalator {
    private static final String ROLE = "escalation";
    private static final Duration TERM = Duration.ofSeconds(60);
    private static final int BATCH = 200;
    /** So many batches of a queue in a pass; the next pass goes on. */
    private static final int BATCHES = 20;

    private final Store store;
    private final Supplier<Generation> live;
    private final Roles roles;

    public Escalator(Store store, Supplier<Generation> live, Roles roles) {
        this.store = store;
        this.live = live;
        this.roles = roles;
    }

    /** One pass; returns how many interactions were escalated. */
    public int pass() {
        Generation generation = live.get();
        List<QueueDefinition> escalating = generation.queues().values().stream()
                .filter(queue -> !queue.escalations().isEmpty() && !queue.isHubOwn())
                .toList();
        if (escalating.isEmpty() || !roles.hold(ROLE, TERM)) {
            return 0;
        }
        int all = 0;
        for (QueueDefinition queue : escalating) {
            QueueClock clock = QueueClock.of(generation, queue);
            for (Escalation step : queue.escalations()) {
                all += step(clock, step, generation.id());
            }
        }
        return all;
    }

    private int step(QueueClock clock, Escalation step, String generation) {
        int all = 0;
        for (int i = 0; i < BATCHES; i++) {
            List<Candidate> candidates = candidates(clock, step);
            List<CompletableFuture<Boolean>> written = candidates.stream()
                    .map(candidate -> store.write(new Escalate(candidate, clock, generation)))
                    .toList();
            long done = written.stream().filter(CompletableFuture::join).count();
            all += (int) done;
            if (candidates.size() < BATCH || done == 0) {
                break;
            }
        }
        return all;
    }

    private List<Candidate> candidates(QueueClock clock, Escalation step) {
        return store.read(tx -> {
            Instant now = tx.now();
            Instant cutoff = clock.before(now, step.after());
            return tx.escalations().due(clock.queue().name(), cutoff, step.after(), now, BATCH);
        });
    }
}
