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
    private static final Duration WITHOUT_END = Duration.ofDays(3650);

    private final Roles roles;
    private final String role;
    private final Duration time;
    private final long until;
    private final Thread worker = Thread.currentThread();
    private final ScheduledFuture<?> renewing;
    private boolean kept = true;
    private boolean overdue;

    /**
     * Begins at once, for work of any length.
     *
     * @param time that the role is had for each time
     */
    public KeptRole(Roles roles, String role, Duration time, ScheduledExecutorService timer) {
        this(roles, role, time, WITHOUT_END, timer);
    }

    /**
     * Begins at once, for the thread that makes it.
     *
     * @param time that the role is had for each time
     * @param patience that the work is given
     */
    KeptRole(Roles roles, String role, Duration time, Duration patience, ScheduledExecutorService timer) {
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
                LOG.warn("another node took over while something was being sent role={}", role);
            }
        } catch (RuntimeException away) {
            LOG.debug("the role could not be renewed role={}", role, away);
        }
    }

    private void giveUp() {
        LOG.warn("a send hangs, it is interrupted and other nodes may send role={}", role);
        kept = false;
        overdue = true;
        renewing.cancel(false);
        worker.interrupt();
    }

    /** Whether the work took longer than it may, and was interrupted for it. */
    synchronized boolean isOverdue() {
        return overdue;
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
