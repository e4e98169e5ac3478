package dev.serai.oauth2;

import java.time.Duration;
import java.time.Instant;

/**
 * What a mail server takes in place of a password for a while (RFC 6749 section 1.4).
 *
 * @param value the secret itself, seen in no text form
 * @param renewAt from when on a new one is asked for: 5 minutes before the end, or a fifth of its life if that is less
 * @param expiresAt from when on no server takes it
 */
record AccessToken(String value, Instant renewAt, Instant expiresAt) {
    private static final Duration AHEAD = Duration.ofMinutes(5);

    /** A token that was asked for at a time and lives so long. */
    static AccessToken of(String value, Instant asked, Duration life) {
        Duration fifth = life.dividedBy(5);
        Instant end = asked.plus(life);
        return new AccessToken(value, end.minus(fifth.compareTo(AHEAD) < 0 ? fifth : AHEAD), end);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(renewAt);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "access token until " + expiresAt;
    }
}
