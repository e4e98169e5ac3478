package dev.serai.queue;

import dev.serai.files.QueueDefinition;
import dev.serai.interaction.QueueName;
import dev.serai.interaction.State;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkChange.By;
import dev.serai.store.WorkRow;
import dev.serai.window.CrashWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims due work of one strategy queue, at most a window of it in flight on this node, and hands it over. */
final class Feeder {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(2);

    private final QueueName queue;
    private final Store store;
    private final LiveDeciders live;
    private final InFlight inFlight;
    private final HandOver handOver;
    private final Pauses pauses;
    private final Outages outages;
    private final Overruns overruns;
    private final QueueEngine.Limits limits;
    private final BrokerPause brokerPause = new BrokerPause();

    Feeder(
            QueueName queue,
            Store store,
            LiveDeciders live,
            InFlight inFlight,
            HandOver handOver,
            Pauses pauses,
            Outages outages,
            Overruns overruns,
            QueueEngine.Limits limits) {
        this.queue = queue;
        this.store = store;
        this.live = live;
        this.inFlight = inFlight;
        this.handOver = handOver;
        this.pauses = pauses;
        this.outages = outages;
        this.overruns = overruns;
        this.limits = limits;
    }

    QueueName queue() {
        return queue;
    }

    /** One pass; true when there may be more to claim at once. */
    boolean feed() {
        if (pauses.isPaused(queue) || brokerPause.isOn() || outages.window(queue, 1) == 0) {
            return false;
        }
        List<WorkRow> claimed = live.claimFor(this::claim);
        if (!claimed.isEmpty()) {
            CrashWindow.QUEUE_CLAIMED.pass();
        }
        give(claimed);
        return !claimed.isEmpty() && !brokerPause.isOn();
    }

    /** Nothing where the live files give the queue to clients, do not know it, or left too many runs in it behind. */
    private List<WorkRow> claim(Deciders by) {
        if (by.step(queue).isEmpty() || overruns.isFull(queue, by.generation().id())) {
            return List.of();
        }
        List<WorkRow> claimed = store.transact(this::claim);
        claimed.forEach(row -> inFlight.claimed(queue, row.fence(), by));
        return claimed;
    }

    /** As much as fits into the window, whoever of the nodes takes it up. */
    private List<WorkRow> claim(Tx tx) {
        int room = outages.window(queue, limits.window()) - tx.queueOverview().routingBy(limits.node(), queue);
        if (room <= 0) {
            return List.of();
        }
        Instant until = tx.now().plus(limits.lease());
        return tx.work().claimable(queue, null, room).stream()
                .map(row -> taken(tx, row.claimed(State.ROUTING, limits.node(), until, tx.now())))
                .peek(tx.work()::update)
                .toList();
    }

    /** That mail is read at once needs no fact of its own. */
    private WorkRow taken(Tx tx, WorkRow claimed) {
        if (queue.equals(QueueDefinition.INTAKE)) {
            return claimed;
        }
        NewEvent taken = NewEvent.of("serai.interaction.taken", "strategy-" + queue)
                .with(Map.of("queue", queue.value(), "node", limits.node(), "attempt", claimed.attempt()));
        return tx.events().append(claimed, taken);
    }

    /** The first that the broker does not take sends all that are left back, and claiming pauses. */
    private void give(List<WorkRow> claimed) {
        int given = 0;
        try {
            for (WorkRow row : claimed) {
                handOver.give(queue, row.fence());
                given++;
                CrashWindow.QUEUE_HANDED.pass();
            }
        } catch (RuntimeException brokerAway) {
            LOG.warn("the broker took no work, it goes back queue={} count={}", queue, claimed.size() - given);
            brokerPause.begin();
            claimed.subList(given, claimed.size()).forEach(this::takeBack);
        }
    }

    private void takeBack(WorkRow row) {
        inFlight.ended(row.fence());
        CompletableFuture<?> unused = store.write(tx -> tx.work()
                .lock(row.fence())
                .map(locked -> new WorkChange(tx, locked, By.of("feeder").because("the broker is not available"))
                        .release(tx.now(), false, "serai.interaction.returned")));
    }

    /** No claims for a while after the broker refused one. */
    private static final class BrokerPause {
        private volatile long until = System.nanoTime();

        void begin() {
            until = System.nanoTime() + BROKER_PAUSE.toNanos();
        }

        boolean isOn() {
            return System.nanoTime() - until < 0;
        }
    }
}
