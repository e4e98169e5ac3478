package dev.serai.capture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a capture point stands on this node. */
public enum PointState {
    /** It captures, and its last look went well. */
    RUNNING,
    /** Its looks go well, but it takes little or nothing: the hub has enough for now. */
    SLOWED,
    /** An operator stopped it. */
    PAUSED,
    /** It has not looked yet, or the database is away. */
    WAITING,
    /** Its last look failed; it comes back by itself. */
    FAILING,
    /** Another node captures. */
    STANDBY,
    /** Its file says {@code enabled: false}, or there is no file any more. */
    DISABLED;

    /** Lower-case word, as REST says it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
