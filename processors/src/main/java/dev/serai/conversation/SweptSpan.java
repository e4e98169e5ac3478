package dev.serai.conversation;

import dev.serai.store.ThreadTable.Span;
import java.time.Duration;
import java.time.Instant;

/**
 * The times that passes have looked at, without a gap: each begins where the last one that was completed ended. Of one
 * sweeper.
 */
final class SweptSpan {
    private final Duration behind;
    private final Duration overlap;
    private Instant done;

    /**
     * @param behind how far before now it ends
     * @param overlap how much of what was looked at before is looked at again
     * @param done until when all was looked at
     */
    SweptSpan(Duration behind, Duration overlap, Instant done) {
        this.behind = behind;
        this.overlap = overlap;
        this.done = done;
    }

    /** What the next pass has to look at. */
    Span next(Instant now) {
        Instant until = now.minus(behind);
        Instant from = done.isBefore(until) ? done : until;
        return new Span(from.minus(overlap), until);
    }

    /** All of it was looked at. */
    void completed(Span span) {
        done = span.until();
    }
}
