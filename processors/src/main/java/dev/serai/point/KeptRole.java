package dev.serai.point;

import dev.serai.store.Roles;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A role that this node has, asked for again and again while something takes its time: nobody else begins the same. */
public final class KeptRole implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRole.class);

    private final Roles roles;
    private final String role;
    private final Duration time;
    private final ScheduledFuture<?> renewing;
    private boolean kept = true;

    /** @param time that the role is had for each time */
    public KeptRole(Roles roles, String role, Duration time, ScheduledExecutorService timer) {
        this.roles = roles;
        this.role = role;
        this.time = time;
        long pause = time.toMillis() / 3;
        this.renewing = timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
    }

    private synchronized void renew() {
        try {
            if (kept && !roles.hold(role, time)) {
                LOG.warn("another node took over while something was being sent role={}", role);
            }
        } catch (RuntimeException away) {
            LOG.debug("the role could not be renewed role={}", role, away);
        }
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
