package dev.serai.files;

import dev.serai.interaction.PointName;

/** A capture point as its route file describes it. */
public interface PointDefinition {
    /** What all points share. */
    PointDefaults point();

    /** What operators know it by: the mailbox's address, a destination, a folder, a path. */
    String source();

    /** Whether others come to it with their requests, and it never looks by itself. */
    default boolean isAsked() {
        return false;
    }

    /** Its name. */
    default PointName name() {
        return point().name();
    }
}
