package dev.serai.files;

import java.time.Duration;

/**
 * A JMS capture point as its route file describes it.
 *
 * @param point what all points share
 * @param destination the queue on the broker that is read, default {@code serai.capture.<name>}
 * @param concurrency consumers at once, default 4; with more than one the order of messages is not kept
 * @param correlation what of a request an answer names as its correlation id
 * @param limits how much a message may cost
 * @param keep how long what the hub puts on the broker stays there
 */
public record JmsPointDefinition(
        PointDefaults point, String destination, int concurrency, Correlation correlation, Limits limits, Keep keep)
        implements PointDefinition {

    /** What of a request an answer names as its correlation id. */
    public enum Correlation {
        /** The request's message id. */
        MESSAGE_ID,
        /** The request's own correlation id; its message id where it has none. */
        CORRELATION_ID
    }

    /**
     * How much a message may cost.
     *
     * @param maxSize bytes of its body, at most 10 MB
     * @param attempts so often it is tried before it is put aside, 1 or more
     */
    public record Limits(long maxSize, int attempts) {}

    /**
     * How long what the hub puts on the broker stays there.
     *
     * @param processed copies of what was applied; zero = none are made
     * @param answers answers and notifications that nobody takes; zero = for ever
     */
    public record Keep(Duration processed, Duration answers) {}

    /** Where a copy of each message goes whose every operation was applied. */
    public String processedDestination() {
        return destination + ".processed";
    }

    /** Where a copy of each message goes that could not be read, or of which an operation was refused. */
    public String errorDestination() {
        return destination + ".error";
    }

    /** Where notifications go, and answers to requests without a JMSReplyTo. */
    public String notificationDestination() {
        return destination + ".notification";
    }

    @Override
    public String source() {
        return destination;
    }
}
