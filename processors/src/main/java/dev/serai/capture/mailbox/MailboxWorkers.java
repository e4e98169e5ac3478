package dev.serai.capture.mailbox;

import dev.serai.threads.Endurance;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clock for all mailboxes, and the threads that look into them in the order of the {@link Lanes}. */
final class MailboxWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxWorkers.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int IDLE_SECONDS = 30;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("serai-mailbox-timer"));
    private final ThreadPoolExecutor threads;
    private final Lanes lanes;

    /** @param workers looks at once as long as none hangs; four times as many threads at most */
    MailboxWorkers(int workers) {
        this.lanes = new Lanes(LaneLimits.of(workers), System::nanoTime);
        // The lanes bound how many there are.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named("serai-mailbox"));
        timer.setRemoveOnCancelPolicy(true);
        every(TICK, this::begin);
    }

    /** Does something small on the clock's own thread after a delay. */
    Future<?> after(Duration delay, Runnable small) {
        return timer.schedule(small, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does something small on the clock's own thread again and again. */
    void every(Duration interval, Runnable small) {
        ScheduledFuture<?> unused = Endurance.every(timer, "mailbox-clock", interval, interval, small);
    }

    /** Puts a turn in line; it is taken as soon as the bounds allow. */
    void offer(Turn turn) {
        lanes.offer(turn);
        begin();
    }

    /** The timer, for time-outs. */
    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }

    /** Also called by the clock: a look that takes long makes room without ending. */
    private void begin() {
        for (Turn turn = lanes.next(); turn != null; turn = lanes.next()) {
            Turn first = turn;
            try {
                threads.execute(() -> work(first));
            } catch (RejectedExecutionException closed) {
                lanes.ended(first);
                return;
            }
        }
    }

    /** A thread goes on with the next turn as long as there is one. */
    private void work(Turn first) {
        for (@Nullable Turn turn = first; turn != null; turn = lanes.next()) {
            Turn mine = turn;
            try {
                safely(mine::look);
            } finally {
                lanes.ended(mine);
            }
        }
    }

    private static void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error unforeseen) {
            LOG.error("work for mailboxes failed in an unforeseen way", unforeseen);
        }
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
