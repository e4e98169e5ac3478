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
import dev.serai.store.StoreException;
import dev.serai.store.Sweeper;
import dev.serai.store.TableStatistics;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be done now and then: leases that ran out, events without a position, old answers, mail that waits
 * for what it answers.
 */
final class Housekeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final Duration ANSWERS_KEPT = Duration.ofDays(7);

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
        every(Duration.ofSeconds(1), sweeper::pass);
        every(Duration.ofMillis(250), sequencer::pass);
        every(Duration.ofSeconds(5), lock::keep);
        every(Duration.ofSeconds(2), statistics::pass);
        every(Duration.ofSeconds(5), threadSweeper::pass);
        every(Duration.ofSeconds(5), strays::pass);
        every(Duration.ofHours(1), this::forgetAnswers);
        every(Duration.ofHours(1), threadSweeper::purge);
        retention.ifPresent(old -> every(Duration.ofMinutes(1), old::pass));
    }

    private void forgetAnswers() {
        store.writeNow(tx -> tx.deliveries().purge(tx.now().minus(ANSWERS_KEPT)));
        store.writeNow(tx -> tx.answers().purge(tx.now().minus(ANSWERS_KEPT)));
    }

    private void every(Duration interval, Runnable task) {
        ScheduledFuture<?> unused = threads.scheduleWithFixedDelay(
                () -> quietly(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (StoreException.Unavailable away) {
            LOG.warn("the database is away, housekeeping waits");
        } catch (RuntimeException failure) {
            LOG.error("housekeeping failed, it is tried again", failure);
        }
    }

    @Override
    public void close() {
        Ticks.end(threads);
    }
}
