package dev.serai.app;

import dev.serai.files.Generation;
import dev.serai.overdue.AlertWatch;
import dev.serai.overdue.Escalator;
import dev.serai.store.ColumnRefill;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps queues as their files say, also after an edit: columns of views, escalations, alerts. */
final class QueueCare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueCare.class);

    private final ColumnRefill refill;
    private final Escalator escalator;
    private final AlertWatch alerts;
    private final ScheduledExecutorService thread = Ticks.named("serai-queue-care", 1);

    QueueCare(Foundation foundation, Supplier<Generation> live) {
        Store store = foundation.store();
        this.refill = new ColumnRefill(store, foundation.roles());
        this.escalator = new Escalator(store, live, foundation.roles());
        this.alerts = new AlertWatch(store, live, foundation.roles());
    }

    void start() {
        every(Duration.ofSeconds(1), refill::pass);
        every(Duration.ofSeconds(5), escalator::pass);
        every(Duration.ofSeconds(5), alerts::pass);
    }

    private void every(Duration interval, Runnable task) {
        ScheduledFuture<?> unused = thread.scheduleWithFixedDelay(
                () -> quietly(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (StoreException.Unavailable away) {
            LOG.warn("the database is away, the care of queues waits");
        } catch (RuntimeException failure) {
            LOG.error("the care of queues failed, it is tried again", failure);
        }
    }

    @Override
    public void close() {
        Ticks.end(thread);
    }
}
