package dev.serai.conversation;

import dev.serai.files.Secret;
import dev.serai.files.SecretMissing;
import dev.serai.files.Settings;
import dev.serai.files.ThreadsKeys;
import dev.serai.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of one hub: those of `serai.threads.secret`, newest first, and the one that the database keeps for all nodes.
 * The secret is read again once a minute, so that keys change without a restart.
 */
final class TokenKeys implements Supplier<List<TokenKey>> {
    private static final Logger LOG = LoggerFactory.getLogger(TokenKeys.class);
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int GENERATED_BYTES = 32;

    private final Optional<Secret> secret;
    private final TokenKey generated;
    private final Clock clock;
    private volatile Known known;

    private record Known(List<TokenKey> keys, Instant at) {}

    private TokenKeys(Optional<Secret> secret, TokenKey generated, Clock clock) {
        this.secret = secret;
        this.generated = generated;
        this.clock = clock;
        this.known = new Known(read(), clock.instant());
    }

    static TokenKeys of(Settings settings, Store store, Clock clock) {
        byte[] random = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(random);
        String kept = store.writeNow(tx -> tx.threads().key(Base32.encode(random), tx.now()));
        return new TokenKeys(settings.secret(ThreadsKeys.SECRET), TokenKey.of(kept), clock);
    }

    @Override
    public List<TokenKey> get() {
        Known last = known;
        if (secret.isEmpty() || clock.instant().isBefore(last.at().plus(FRESH))) {
            return last.keys();
        }
        try {
            known = new Known(read(), clock.instant());
        } catch (SecretMissing | IllegalArgumentException unusable) {
            LOG.warn("the keys of threads cannot be read again, the last ones stay reason={}", unusable.getMessage());
            known = new Known(last.keys(), clock.instant());
        }
        return known.keys();
    }

    private List<TokenKey> read() {
        List<TokenKey> keys = new ArrayList<>();
        secret.ifPresent(reference -> Arrays.stream(reference.resolve().split("\\s+"))
                .filter(Predicate.not(String::isEmpty))
                .map(TokenKey::of)
                .forEach(keys::add));
        keys.add(generated);
        return List.copyOf(keys);
    }
}
