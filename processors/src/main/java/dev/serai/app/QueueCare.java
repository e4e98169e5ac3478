package dev.serai.app;

import dev.serai.files.Generation;
import dev.serai.overdue.AlertWatch;
import dev.serai.overdue.Escalator;
import dev.serai.store.ColumnRefill;
import dev.serai.store.Store;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

/** Keeps queues as their files say, also after an edit: columns of views, escalations, alerts. */
final class QueueCare implements AutoCloseable {
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
        every("columns-of-views", Duration.ofSeconds(1), refill::pass);
        every("escalations", Duration.ofSeconds(5), escalator::pass);
        every("alerts", Duration.ofSeconds(5), alerts::pass);
    }

    private void every(String work, Duration interval, Runnable task) {
        ScheduledFuture<?> unused = Endurance.every(thread, work, interval, interval, task);
    }

    @Override
    public void close() {
        Ticks.end(thread);
    }
}
