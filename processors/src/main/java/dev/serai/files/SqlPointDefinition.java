package dev.serai.files;

import java.time.Duration;

/**
 * A database capture point as its route file describes it; its statements are in {@code sql/points/<name>.sql}.
 *
 * @param point what all points share
 * @param database of {@code config/databases/}; empty = the only one there is
 * @param reading how much is taken at once, and when
 */
public record SqlPointDefinition(PointDefaults point, String database, Reading reading) implements PointDefinition {
    /** Where the points' statements lie. */
    public static final String FOLDER = "sql/points/";

    @Override
    public String source() {
        return database.isEmpty() ? statements() : database;
    }

    /** The path of the file with its statements. */
    public String statements() {
        return FOLDER + point.name() + ".sql";
    }

    /**
     * How much is taken at once, and when.
     *
     * @param pollInterval between two looks
     * @param maxPerPoll rows of one transaction, 1 to 5000
     * @param attempts so often the hub may fail on a row, or on telling the database something, before it gives up
     * @param timeout of one statement
     */
    public record Reading(Duration pollInterval, int maxPerPoll, int attempts, Duration timeout) {}
}
