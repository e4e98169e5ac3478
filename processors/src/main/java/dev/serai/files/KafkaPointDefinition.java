package dev.serai.files;

import java.util.Map;

/**
 * A Kafka capture point as its route file describes it.
 *
 * @param point what all points share
 * @param cluster a name of {@code config/kafka/}
 * @param topic what is read, default {@code serai.capture.<name>}
 * @param groupId the consumer group that shares its partitions, default the same
 * @param startFrom where the first contact begins
 * @param limits how much at once, and how often
 * @param sides where records and answers go
 * @param options native options of the consumer
 */
public record KafkaPointDefinition(
        PointDefaults point,
        String cluster,
        String topic,
        String groupId,
        StartAt startFrom,
        Limits limits,
        Sides sides,
        Map<String, String> options)
        implements PointDefinition {
    /** Keeps copies. */
    public KafkaPointDefinition {
        options = Map.copyOf(options);
    }

    /** Where a topic is read from at first contact. */
    public enum StartAt {
        /** With the oldest record that is there. */
        EARLIEST,
        /** With what comes from then on. */
        LATEST
    }

    /**
     * How much at once, and how often.
     *
     * @param concurrency consumers at once on this node; partitions are shared between all
     * @param maxPerPoll records that a consumer takes at a time
     * @param attempts so often a record is tried before it is put aside
     * @param maxSize bytes of a record's value
     */
    public record Limits(int concurrency, int maxPerPoll, int attempts, long maxSize) {}

    /**
     * Topics on the side.
     *
     * @param error for records that could not be read, or of which an operation was refused
     * @param notification for answers and news
     * @param processed for copies of what was applied; empty = none are made
     */
    public record Sides(String error, String notification, String processed) {}

    @Override
    public String source() {
        return topic;
    }
}
