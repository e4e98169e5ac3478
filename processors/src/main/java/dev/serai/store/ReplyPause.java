package dev.serai.store;

import java.time.Instant;
import java.util.Optional;

/** The switch that pauses all automatic replies, of all nodes, until it is taken back; outlives restarts. */
public final class ReplyPause {
    /** What is paused, among what operators pause. */
    public static final String KIND = "replies";

    private static final String NAME = "automatic";

    private ReplyPause() {}

    /** Since when nothing is answered automatically; empty when it is. */
    public static Optional<Instant> since(Tx tx) {
        return tx.operate().pausedSince(KIND, NAME);
    }

    public static void begin(Tx tx) {
        tx.operate().pause(KIND, NAME, tx.now());
    }

    public static void end(Tx tx) {
        tx.operate().resume(KIND, NAME);
    }
}
