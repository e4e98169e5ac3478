package dev.serai.transform;

import java.util.Locale;

/** Which way the mail goes. */
public enum Direction {
    /** Mail that was received, before anybody decides on it. */
    INBOUND,
    /** Mail that a strategy decided to send, before it is handed over to the dispatcher. */
    OUTBOUND;

    /** The word in {@code config/transformers.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
