package dev.serai.interaction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an interaction stands. All but {@link #STOPPED} have a live work row. */
public enum State {
    QUEUED,
    ROUTING,
    ASSIGNED,
    HELD,
    QUARANTINED,
    STOPPED;

    /** Lower-case word, as stored and as REST says it. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
