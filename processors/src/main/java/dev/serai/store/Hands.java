package dev.serai.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who has an interaction.
 *
 * @param claim changes of hands so far
 * @param attempt how often it was taken in its present placement
 * @param owner a node or a client; null while nobody has it
 * @param assignedAt since when
 * @param leaseUntil until when, unless the lease is renewed
 */
record Hands(
        long claim,
        int attempt,
        @Nullable String owner,
        @Nullable Instant assignedAt,
        @Nullable Instant leaseUntil) {

    /** Nobody had it yet. */
    static final Hands NOBODY = new Hands(0, 0, null, null, null);

    Hands taken(String by, Instant until, Instant now) {
        return new Hands(claim + 1, attempt + 1, by, now, until);
    }

    /** Out of all hands; the attempt stays counted. */
    Hands free() {
        return free(attempt);
    }

    /** Out of all hands as if it had not been taken. */
    Hands freeUncounted() {
        return free(Math.max(0, attempt - 1));
    }

    /** Out of all hands, with no attempts. */
    Hands anew() {
        return free(0);
    }

    private Hands free(int attempts) {
        return new Hands(claim + 1, attempts, null, null, null);
    }
}
