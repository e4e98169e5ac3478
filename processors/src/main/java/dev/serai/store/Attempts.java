package dev.serai.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the tries of a dispatch went.
 *
 * @param count tries that count
 * @param since when the first try failed
 * @param nextAt when it is due again, for a deferred one
 * @param dataAt when DATA was about to be said in the latest try
 * @param lastError what kept the latest try from success, in words
 * @param cause the same as kind and step; null where there was no fault
 * @param resent whether it was sent once more because nobody knew whether the server had taken it
 */
record Attempts(
        int count,
        @Nullable Instant since,
        @Nullable Instant nextAt,
        @Nullable Instant dataAt,
        @Nullable String lastError,
        DispatchRow.@Nullable Cause cause,
        boolean resent) {

    /** It was not tried yet. */
    static final Attempts NONE = new Attempts(0, null, null, null, null, null, false);

    /** DATA is about to be said. */
    Attempts saying(Instant now) {
        return new Attempts(count + 1, since, null, now, lastError, cause, resent);
    }

    /** It failed and is due again then, after so many tries that count. */
    Attempts deferred(Instant due, String error, int tries, Instant now) {
        return new Attempts(tries, since == null ? now : since, due, dataAt, error, cause, resent);
    }

    /** It may have been taken and is sent once more then. */
    Attempts resending(Instant due, String error, Instant now) {
        return new Attempts(count, since == null ? now : since, due, dataAt, error, cause, true);
    }

    /** No time is set for another one. */
    Attempts ended(@Nullable String error) {
        return new Attempts(count, since, null, dataAt, error, cause, resent);
    }

    /** The latest one goes on with another transaction: it is one try. */
    Attempts goingOn(String error) {
        return new Attempts(Math.max(1, count - 1), since, null, dataAt, error, cause, resent);
    }

    /** All the time that a new one has. */
    Attempts anew() {
        return new Attempts(count, null, null, dataAt, lastError, cause, resent);
    }

    Attempts caused(DispatchRow.@Nullable Cause fault) {
        return new Attempts(count, since, nextAt, dataAt, lastError, fault, resent);
    }
}
