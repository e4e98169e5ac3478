package dev.serai.files;

import dev.serai.interaction.PointName;

/**
 * A JMS capture point as its route file describes it.
 *
 * @param point what all points share
 * @param destination the queue on the broker that is read, default {@code serai.capture.<name>}
 * @param concurrency consumers at once, default 4
 */
public record JmsPointDefinition(PointDefaults point, String destination, int concurrency) {
    /** Where a message goes that cannot be understood. */
    public String errorDestination() {
        return destination + ".error";
    }

    /** The point's name. */
    public PointName name() {
        return point.name();
    }
}
