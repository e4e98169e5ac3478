package dev.serai.follow;

import dev.serai.store.Roles;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log of events for one sink, on one of the nodes: what happens while the sink refuses waits in the log, in
 * order, and is caught up with. It wakes when events get positions.
 */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration ROLE = Duration.ofSeconds(15);
    private static final Duration ASK_AGAIN = ROLE.dividedBy(3);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration UNWANTED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final Roles roles;
    private final Sink sink;
    private final Step step;
    private final Hesitation hesitation = new Hesitation();
    private final Semaphore news = new Semaphore(0);
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread;
    private volatile boolean open = true;
    private boolean held;
    private long askAt = System.nanoTime();

    Follower(Store store, Roles roles, Sink sink, Beginning beginning) {
        this.store = store;
        this.roles = roles;
        this.sink = sink;
        this.step = new Step(store, sink, beginning);
        this.thread = new Thread(this::run, "serai-follow-" + sink.name());
        thread.setDaemon(true);
        store.onEvents(news::release);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Endurance.loop("follower " + sink.name(), () -> open, this::follow);
        sink.release();
    }

    private void follow() throws InterruptedException {
        try {
            if (!hasRole()) {
                sink.release();
                rest(LOOK, true);
            } else if (!step.take()) {
                hesitation.over();
                rest(sink.isWanted() ? LOOK : UNWANTED, sink.isWanted());
            }
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (StoreException.Unavailable away) {
            rest(LOOK, false);
        } catch (Exception | Error refused) {
            failed(refused);
            rest(hesitation.next(), false);
        }
    }

    /** What happened meanwhile is found by looking, so only the first word of it counts. */
    private void rest(Duration time, boolean untilNews) throws InterruptedException {
        if (!open) {
            return;
        }
        if (untilNews) {
            boolean unused = news.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
        } else {
            boolean unused = stop.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void failed(Throwable refused) {
        String reason = Reason.of(refused);
        if (hesitation.isFresh(reason)) {
            LOG.warn("a follower's sink refuses, its events wait follower={} reason={}", sink.name(), reason);
            LOG.debug("the sink refused", refused);
        }
        sink.release();
        try {
            store.transact(tx -> {
                tx.followers().fail(sink.name(), reason);
                return true;
            });
        } catch (RuntimeException away) {
            LOG.debug("the follower's trouble cannot be written", away);
        }
    }

    private boolean hasRole() {
        if (System.nanoTime() - askAt >= 0) {
            held = roles.hold(role(sink.name()), ROLE);
            askAt = System.nanoTime() + (held ? ASK_AGAIN : Duration.ofSeconds(1)).toNanos();
        }
        return held;
    }

    static String role(String follower) {
        return "follower:" + follower;
    }

    /** Ends after the step under way; another node may go on at once. */
    @Override
    public void close() {
        open = false;
        news.release();
        stop.release();
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt();
            roles.release(role(sink.name()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException away) {
            LOG.debug("the role could not be given back, it runs out by itself", away);
        }
    }
}
