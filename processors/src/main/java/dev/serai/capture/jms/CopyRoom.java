package dev.serai.capture.jms;

import dev.serai.capture.PointHealth;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.ResourceAllocationException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the broker takes copies of what was applied. Where it does not, work goes on without them: each that is not
 * made is counted, and one is tried again after half a minute. Shared by all receivers of a point.
 */
final class CopyRoom {
    /** What is counted for each copy that was not made. */
    static final String UNCOPIED = "uncopied";

    private static final Logger LOG = LoggerFactory.getLogger(CopyRoom.class);
    private static final long REST = 30_000_000_000L;

    private final PointHealth health;
    private final LongSupplier nanos;
    private boolean refused;
    private long refusedAt;

    /** @param nanos as {@link System#nanoTime} */
    CopyRoom(PointHealth health, LongSupplier nanos) {
        this.health = health;
        this.nanos = nanos;
    }

    /** Whether a broker that is there says no: it has no room, or the hub has no right. */
    static boolean isRefusal(JMSException failure) {
        return failure instanceof ResourceAllocationException
                || failure instanceof JMSSecurityException
                || failure instanceof InvalidDestinationException;
    }

    /** Whether it is worth trying; a copy that is not even tried is counted here. */
    synchronized boolean isOpen() {
        boolean open = !refused || nanos.getAsLong() - refusedAt > REST;
        if (!open) {
            health.counted(UNCOPIED);
        }
        return open;
    }

    /** A copy was not taken. */
    synchronized void refused(JMSException failure) {
        if (!refused) {
            LOG.warn("copies of applied messages are not made, the broker does not take them", failure);
        }
        refused = true;
        refusedAt = nanos.getAsLong();
        health.noted("applied messages are not copied, the broker does not take the copies: " + failure.getMessage());
        health.counted(UNCOPIED);
    }

    synchronized void taken() {
        refused = false;
    }
}
