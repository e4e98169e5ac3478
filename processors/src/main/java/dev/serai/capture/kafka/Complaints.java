package dev.serai.capture.kafka;

import dev.serai.capture.PointHealth;
import dev.serai.capture.PointState;
import dev.serai.interaction.PointName;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells that a cluster fails: in the status each time, in the log once a minute at most, and when it says something else. */
final class Complaints {
    private static final Logger LOG = LoggerFactory.getLogger(Complaints.class);
    private static final long MINUTE = 60_000_000_000L;

    private final PointName name;
    private final PointHealth health;
    private final LongSupplier nanos;
    private String said = "";
    private long saidAt;

    /** @param nanos as {@link System#nanoTime} */
    Complaints(PointName name, PointHealth health, LongSupplier nanos) {
        this.name = name;
        this.health = health;
        this.nanos = nanos;
    }

    synchronized void about(Throwable failure) {
        String sentence = String.valueOf(failure.getMessage());
        health.failed(PointState.FAILING, sentence);
        long now = nanos.getAsLong();
        if (said.isEmpty() || now - saidAt >= MINUTE) {
            saidAt = now;
            LOG.warn("Kafka capture point cannot go on, it is tried again point={} reason={}", name, sentence);
        }
        said = sentence;
        LOG.debug("Kafka capture point cannot go on point={}", name, failure);
    }

    /** It goes on. */
    synchronized void over() {
        said = "";
    }
}
