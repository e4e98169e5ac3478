package dev.serai.oauth2;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of one grant: kept, renewed ahead of its end by whoever needs it then, asked for by one at a time. After a
 * failure the endpoint is left alone for 2 s, doubled up to a minute; a token that is still good stays in use meanwhile.
 */
final class TokenSource {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSource.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Supplier<AccessToken> endpoint;
    private final String client;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable AccessToken held;
    private volatile @Nullable String trouble;
    private int failures;
    private Instant notBefore = Instant.MIN;

    /** @param client whose tokens these are, for the log */
    TokenSource(Supplier<AccessToken> endpoint, String client, Clock clock) {
        this.endpoint = endpoint;
        this.client = client;
        this.clock = clock;
    }

    /** @throws TokenRefused when there is none that is good */
    AccessToken token() {
        AccessToken now = held;
        if (now != null && !now.isDue(clock.instant())) {
            return now;
        }
        if (now != null && !now.isOver(clock.instant())) {
            return asking.tryLock() ? renewed() : now;
        }
        asking.lock();
        return renewed();
    }

    /** A server refused it: unless it was replaced meanwhile, the next who asks gets another. */
    void drop(AccessToken refused) {
        asking.lock();
        try {
            if (refused.equals(held)) {
                held = null;
            }
        } finally {
            asking.unlock();
        }
    }

    /** The token that was last got, good or not. */
    @Nullable
    AccessToken held() {
        return held;
    }

    /** Why there was no new token when one was last asked for; empty when there was. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** To be called with the lock, which it gives back. */
    private AccessToken renewed() {
        try {
            AccessToken now = held;
            if (now != null && !now.isDue(clock.instant())) {
                return now;
            }
            String known = trouble;
            if (known != null && clock.instant().isBefore(notBefore)) {
                return goodOr(new TokenRefused(known));
            }
            return ask();
        } finally {
            asking.unlock();
        }
    }

    private AccessToken ask() {
        try {
            AccessToken fresh = endpoint.get();
            if (trouble != null) {
                LOG.info("access tokens can be had again client={}", client);
            }
            held = fresh;
            trouble = null;
            failures = 0;
            return fresh;
        } catch (TokenRefused refused) {
            failed(refused.sentence());
            return goodOr(refused);
        }
    }

    private void failed(String sentence) {
        if (trouble == null) {
            LOG.warn("no access token can be had, it is tried again client={} reason={}", client, sentence);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures++, 10));
        notBefore = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        trouble = sentence;
    }

    private AccessToken goodOr(TokenRefused otherwise) {
        AccessToken now = held;
        if (now != null && !now.isOver(clock.instant())) {
            return now;
        }
        throw otherwise;
    }
}
