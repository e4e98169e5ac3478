package dev.serai.app;

import dev.serai.conversation.Joining;
import dev.serai.conversation.ThreadSweeper;
import dev.serai.files.EventsKeys;
import dev.serai.files.Units;
import dev.serai.follow.Retention;
import dev.serai.live.LiveSet;
import dev.serai.live.Strays;
import dev.serai.store.NodeLock;
import dev.serai.store.Sequencer;
import dev.serai.store.Store;
import dev.serai.store.Sweeper;
import dev.serai.store.TableStatistics;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done now and then: leases that ran out, events without a position, old answers, mail that waits
 * for what it answers.
 */
final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);
    /** So long a source has to tell that it knows of an answer. */
    private static final Duration AWAITED = Duration.ofDays(90);

    private static final int PIECE = 1_000;

    private final Store store;
    private final Sweeper sweeper;
    private final Sequencer sequencer;
    private final Optional<Retention> retention;
    private final TableStatistics statistics;
    private final NodeLock lock;
    private final ThreadSweeper threadSweeper;
    private final Strays strays;
    private final ScheduledExecutorService threads = Ticks.named("serai-housekeeper", 2);

    Housekeeper(Foundation foundation, Joining joining, LiveSet live) {
        this.strays = new Strays(
                foundation.store(), foundation.node(), () -> live.current().generation());
        this.store = foundation.store();
        this.lock = foundation.lock();
        this.sweeper = new Sweeper(store);
        this.threadSweeper = new ThreadSweeper(store, joining);
        this.statistics = new TableStatistics(store);
        this.sequencer = new Sequencer(store, foundation.roles());
        this.retention = foundation
                .settings()
                .find(EventsKeys.KEEP)
                .map(Units::duration)
                .map(keep -> new Retention(store, foundation.roles(), keep));
    }

    void start() {
        every("sweeper", Duration.ofSeconds(1), sweeper::pass);
        every("event-sequencer", Duration.ofMillis(250), sequencer::pass);
        every("node-lock", Duration.ofSeconds(5), lock::keep);
        every("table-statistics", Duration.ofSeconds(2), statistics::pass);
        every("late-threads", Duration.ofSeconds(5), threadSweeper::pass);
        every("strays", Duration.ofSeconds(5), strays::pass);
        every("acknowledged", Duration.ofSeconds(1), store::writeAcknowledged);
        every("old-answers", Duration.ofHours(1), this::forgetAnswers);
        every("old-threads", Duration.ofHours(1), threadSweeper::purge);
        retention.ifPresent(old -> every("old-events", Duration.ofMinutes(1), old::pass));
    }

    /** In pieces: whoever writes waits for each. */
    private void forgetAnswers() {
        while (store.writeNow(tx -> tx.deliveries().giveUp(tx.now().minus(AWAITED), PIECE)) == PIECE) {
            LOG.debug("more deliveries were never acknowledged");
        }
        while (store.writeNow(tx -> tx.deliveries().purge(tx.now().minus(ANSWERS_KEPT), PIECE)) == PIECE) {
            LOG.debug("more answers are old");
        }
        store.writeNow(tx -> tx.answers().purge(tx.now().minus(ANSWERS_KEPT)));
    }

    private void writeAcknowledged() {
        try {
            store.writeAcknowledged();
        } catch (RuntimeException away) {
            LOG.debug("acknowledged deliveries were not written, their answers are kept", away);
        }
    }

    private void every(String work, Duration interval, Runnable task) {
        ScheduledFuture<?> unused = Endurance.every(threads, work, interval, interval, task);
    }

    @Override
    public void close() {
        Ticks.end(threads);
        writeAcknowledged();
    }
}
