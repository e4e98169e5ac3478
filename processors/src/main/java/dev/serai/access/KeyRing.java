package dev.serai.access;

import dev.serai.interaction.TenantName;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All keys in memory, read again every {@link #FRESH}: so late at most is a key known, or forgotten, that another node
 * made or revoked. While the database is away the last ones count. Asking costs the same whether a key is known or not.
 */
public final class KeyRing {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** How often keys are read. */
    public static final Duration FRESH = Duration.ofSeconds(2);
    /** How often it is written when keys were used. */
    static final Duration USED = Duration.ofMinutes(1);

    private final Store store;
    private final Supplier<Set<TenantName>> tenants;
    private final Clock clock;
    private final Map<KeyName, Instant> used = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Map<String, ApiKey> byDigest = Map.of();
    private volatile Instant usedWritten;

    /**
     * @param tenants those that are declared
     * @throws StoreException.Unavailable when the database is away
     */
    public KeyRing(Store store, Supplier<Set<TenantName>> tenants, Clock clock) {
        this.store = store;
        this.tenants = tenants;
        this.clock = clock;
        this.usedWritten = clock.instant();
        refresh();
    }

    /** Reads them now. */
    public final void refresh() {
        byDigest = store.read(tx -> new KeyBook(tx).list()).stream()
                .collect(Collectors.toUnmodifiableMap(ApiKey::digest, key -> key));
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Calls back whenever another key may be good than before. */
    public void onRefresh(Runnable listener) {
        listeners.add(listener);
    }

    /** The key of a text, also when it is revoked or expired, or of a tenant that is no more; its use is remembered. */
    public Optional<ApiKey> find(KeyText text) {
        String digest = text.digest();
        ApiKey known = byDigest.get(digest);
        byte[] kept = (known == null ? digest.replace('0', '1') : known.digest()).getBytes(StandardCharsets.US_ASCII);
        boolean same = MessageDigest.isEqual(kept, digest.getBytes(StandardCharsets.US_ASCII));
        if (known == null || !same) {
            return Optional.empty();
        }
        if (isGood(known)) {
            used.put(known.name(), clock.instant());
        }
        return Optional.of(known);
    }

    /** Whether the key with this digest opens anything now. */
    public boolean isGood(String digest) {
        ApiKey known = byDigest.get(digest);
        return known != null && isGood(known);
    }

    private boolean isGood(ApiKey key) {
        return !key.isRevoked() && !key.isExpired(clock.instant()) && isOfSomebody(key);
    }

    /** Whether it is of the hub, or of a tenant that is declared. */
    public boolean isOfSomebody(ApiKey key) {
        return key.tenant().map(tenants.get()::contains).orElse(true);
    }

    /** To be called every {@link #FRESH}. */
    public void pass() {
        try {
            refresh();
            if (!clock.instant().isBefore(usedWritten.plus(USED))) {
                writeUsed();
            }
        } catch (StoreException.Unavailable away) {
            LOG.debug("keys cannot be read, those of before count", away);
            tell();
        }
    }

    /** Writes which keys were used when; what is not written yet is lost in a crash. */
    public void writeUsed() {
        usedWritten = clock.instant();
        Map<KeyName, Instant> now = new HashMap<>(used);
        if (!now.isEmpty()) {
            store.writeNow(tx -> {
                new KeyBook(tx).used(now);
                return true;
            });
            now.forEach(used::remove);
        }
    }
}
