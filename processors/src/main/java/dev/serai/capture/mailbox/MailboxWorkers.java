package dev.serai.capture.mailbox;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One clock for all mailboxes, and so many threads that look into them. */
final class MailboxWorkers implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("serai-mailbox-timer"));
    private final ExecutorService workers;

    MailboxWorkers(int threads) {
        this.workers = Executors.newFixedThreadPool(threads, named("serai-mailbox"));
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Runs work on a worker after a delay. */
    Future<?> after(Duration delay, Runnable work) {
        return timer.schedule(() -> workers.execute(work), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The timer, for time-outs. */
    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
