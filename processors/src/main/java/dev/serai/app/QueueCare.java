package dev.serai.app;

import dev.serai.dispatch.Outbox;
import dev.serai.files.Generation;
import dev.serai.notice.UnsentWatch;
import dev.serai.overdue.AlertWatch;
import dev.serai.overdue.Escalator;
import dev.serai.store.ColumnRefill;
import dev.serai.store.Store;
import dev.serai.threads.Endurance;
import dev.serai.threads.Pace;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;

/** Watches over queues and the way out, by the files that are live: columns of views, escalations, alerts, mail that does not leave. */
final class QueueCare implements AutoCloseable {
    private final ColumnRefill refill;
    private final Escalator escalator;
    private final AlertWatch alerts;
    private final UnsentWatch unsent;
    /** It reads all that has not left. */
    private final Pace unsentPace = new Pace(50, Duration.ofSeconds(30));

    private final ScheduledExecutorService thread = Ticks.named("serai-queue-care", 1);

    QueueCare(Foundation foundation, Supplier<Generation> live, Outbox outbox) {
        Store store = foundation.store();
        this.refill = new ColumnRefill(store, foundation.roles());
        this.escalator = new Escalator(store, live, foundation.roles());
        this.alerts = new AlertWatch(store, live, foundation.roles());
        this.unsent = new UnsentWatch(store, live, foundation.roles(), outbox);
    }

    void start() {
        every("columns-of-views", Duration.ofSeconds(1), refill::pass);
        every("escalations", Duration.ofSeconds(5), escalator::pass);
        every("alerts", Duration.ofSeconds(5), alerts::pass);
        every("unsent", Duration.ofSeconds(5), () -> unsentPace.run(unsent::pass));
    }

    private void every(String work, Duration interval, Runnable task) {
        ScheduledFuture<?> unused = Endurance.every(thread, work, interval, interval, task);
    }

    @Override
    public void close() {
        Ticks.end(thread);
    }
}
