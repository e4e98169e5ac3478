package dev.serai.point;

import dev.serai.store.Roles;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A role that this node has, asked for again and again while something takes its time: nobody else begins the same. What
 * takes longer than it may is interrupted, and the role runs out.
 */
public final class KeptRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRole.class);

    private final Roles roles;
    private final String role;
    private final Duration time;
    private final long until;
    private final Thread worker = Thread.currentThread();
    private final ScheduledFuture<?> renewing;
    private boolean kept = true;
    private boolean overdue;
    private boolean lost;

    /**
     * Begins at once, for the thread that makes it.
     *
     * @param time that the role is had for each time
     * @param patience that the work is given
     */
    public KeptRole(Roles roles, String role, Duration time, Duration patience, ScheduledExecutorService timer) {
        this.roles = roles;
        this.role = role;
        this.time = time;
        this.until = System.nanoTime() + patience.toNanos();
        long pause = time.toMillis() / 3;
        this.renewing = timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
    }

    private synchronized void renew() {
        try {
            if (kept && until - System.nanoTime() < 0) {
                giveUp();
            } else if (kept && !roles.hold(role, time)) {
                lost = true;
                LOG.warn("another node took over while this one was at work role={}", role);
            }
        } catch (RuntimeException away) {
            LOG.debug("the role could not be renewed role={}", role, away);
        }
    }

    private void giveUp() {
        LOG.warn("work hangs, it is interrupted and other nodes may take over role={}", role);
        kept = false;
        overdue = true;
        renewing.cancel(false);
        worker.interrupt();
    }

    /** Whether the work took longer than it may, and was interrupted for it. */
    public synchronized boolean isOverdue() {
        return overdue;
    }

    /** Whether nothing is known of another node that has the role. */
    public synchronized boolean isHeld() {
        return kept && !lost;
    }

    /** Asks no more; the role is had until it runs out or is given back. */
    @Override
    public void close() {
        renewing.cancel(false);
        synchronized (this) {
            kept = false;
        }
    }
}
