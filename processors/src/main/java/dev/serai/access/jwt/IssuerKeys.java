package dev.serai.access.jwt;

import com.nimbusds.jose.JWSHeader;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the issuer in memory: read ahead of need, and when a token names one that is not known, but never often.
 * While they cannot be read those of before go on for {@link #KEEP}. Asking for one waits for nobody.
 */
final class IssuerKeys {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);

    /** How long keys count that could not be read again. */
    static final Duration KEEP = Duration.ofHours(24);
    /** How soon it is tried again after a failure. */
    static final Duration AGAIN = Duration.ofSeconds(15);

    private final KeySource source;
    private final Executor reader;
    private final Clock clock;
    private volatile @Nullable Held held;
    private volatile @Nullable Trouble trouble;
    private @Nullable CompletableFuture<Void> underWay;
    private Instant asked = Instant.MIN;

    private record Held(KeySet keys, Instant at) {}

    /** Why keys cannot be read, and since when. */
    record Trouble(Instant since, String reason) {}

    /** @param reader runs what may wait, one after the other */
    IssuerKeys(KeySource source, Executor reader, Clock clock) {
        this.source = source;
        this.reader = reader;
        this.clock = clock;
    }

    /** The key that a token means; empty when it is not known now. */
    Optional<IssuerKey> find(JWSHeader header) {
        return inForce().flatMap(keys -> keys.find(header));
    }

    /** Whether the key with this thumbprint is still the issuer's. */
    boolean has(String thumbprint) {
        return inForce().filter(keys -> keys.has(thumbprint)).isPresent();
    }

    /** Whether what is not known is not the issuer's. */
    boolean areCurrent() {
        return held != null && trouble == null;
    }

    private Optional<KeySet> inForce() {
        Held now = held;
        return now == null || !clock.instant().isBefore(now.at().plus(KEEP))
                ? Optional.empty()
                : Optional.of(now.keys());
    }

    /** How soon after the last time they may be read again. */
    Duration pause() {
        return source.pause();
    }

    /** When they were read last; null when they never were. */
    @Nullable
    Instant readAt() {
        Held now = held;
        return now == null ? null : now.at();
    }

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    /**
     * A look for keys that somebody waits for.
     *
     * @param done completes when it is over
     * @param begunFor whether it begins now: what one of before does not find may have been added since
     */
    record Look(CompletableFuture<Void> done, boolean begunFor) {}

    /** Reads them anew; empty when that was done just now. */
    synchronized Optional<Look> renewed() {
        if (underWay != null) {
            return Optional.of(new Look(underWay, false));
        }
        return clock.instant().isBefore(asked.plus(source.pause()))
                ? Optional.empty()
                : Optional.of(new Look(read(), true));
    }

    /** To be called every two seconds. */
    synchronized void pass() {
        Duration rest = trouble == null || source.every().compareTo(AGAIN) < 0 ? source.every() : AGAIN;
        if (underWay == null && !clock.instant().isBefore(asked.plus(rest))) {
            CompletableFuture<Void> unused = read();
        }
    }

    private synchronized CompletableFuture<Void> read() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        underWay = done;
        asked = clock.instant();
        try {
            reader.execute(() -> {
                readNow();
                over(done);
            });
        } catch (RejectedExecutionException stops) {
            over(done);
        }
        return done;
    }

    private void over(CompletableFuture<Void> done) {
        synchronized (this) {
            underWay = null;
        }
        done.complete(null);
    }

    private void readNow() {
        try {
            Optional<KeySet> fresh = source.read();
            Held before = held;
            Optional<KeySet> now =
                    fresh.isPresent() ? fresh : Optional.ofNullable(before).map(Held::keys);
            now.ifPresent(this::good);
        } catch (IOException | IllegalArgumentException failure) {
            failed(String.valueOf(failure.getMessage()));
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unforeseen) {
            LOG.error("keys of the issuer of tokens cannot be read", unforeseen);
            failed("the log says why");
        }
    }

    private void good(KeySet keys) {
        Held before = held;
        if (keys.isEmpty() && (before == null || !before.keys().isEmpty())) {
            LOG.warn("the issuer of tokens has no keys any more, no token is taken");
        }
        held = new Held(keys, clock.instant());
        if (trouble != null) {
            LOG.info("keys of the issuer of tokens can be read again");
        }
        trouble = null;
    }

    private void failed(String reason) {
        Trouble before = trouble;
        if (before == null) {
            LOG.warn("keys of the issuer of tokens cannot be read, it is tried again reason={}", reason);
        }
        trouble = new Trouble(before == null ? clock.instant() : before.since(), reason);
    }
}
