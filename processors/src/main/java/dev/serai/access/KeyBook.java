package dev.serai.access;

import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys in one transaction; whatever changes them is told as an event about `key:` and the name. */
public final class KeyBook {
    private final Tx tx;

    public KeyBook(Tx tx) {
        this.tx = tx;
    }

    /** By name, also those that were revoked. */
    public List<ApiKey> list() {
        return tx.apiKeys().list().stream().map(ApiKey::of).toList();
    }

    public Optional<ApiKey> find(KeyName name) {
        return tx.apiKeys().load(ApiKey.TENANT, name.value()).map(ApiKey::of);
    }

    /** Empty when the name is or was another key's. */
    public Optional<ApiKey> add(NewKey wanted, KeyText text, String actor) {
        Instant now = tx.now();
        ApiKey key = new ApiKey(
                wanted.name(),
                text.digest(),
                wanted.roles(),
                wanted.points(),
                wanted.rate(),
                now,
                actor,
                wanted.expires() == null ? null : now.plus(wanted.expires()),
                null,
                null);
        if (!tx.apiKeys().insert(key.row())) {
            return Optional.empty();
        }
        tell(
                wanted.name(),
                "created",
                actor,
                Map.of("roles", key.row().roles(), "points", key.row().points()));
        return Optional.of(key);
    }

    /** Whether it is the only admin key in force; until this transaction ends no other one revokes any. */
    public boolean isLastAdmin(KeyName name) {
        List<ApiKey> admins = tx.apiKeys().lock(ApiKey.TENANT, Role.ADMIN.word()).stream()
                .map(ApiKey::of)
                .filter(key -> key.isAdmin(tx.now()))
                .toList();
        return admins.size() == 1 && admins.get(0).name().equals(name);
    }

    /** Empty when there is no such key that is not revoked. */
    public Optional<ApiKey> revoke(KeyName name, String actor) {
        if (!tx.apiKeys().revoke(ApiKey.TENANT, name.value(), tx.now())) {
            return Optional.empty();
        }
        tell(name, "revoked", actor, Map.of());
        return find(name);
    }

    /** Another text for the same key; the old one is worth nothing from now on. Empty as for {@link #revoke}. */
    public Optional<ApiKey> rotate(KeyName name, KeyText text, String actor) {
        if (!tx.apiKeys().rotate(ApiKey.TENANT, name.value(), text.digest())) {
            return Optional.empty();
        }
        tell(name, "rotated", actor, Map.of());
        return find(name);
    }

    /** In the order in which {@link #isLastAdmin} locks them. */
    void used(Map<KeyName, Instant> at) {
        at.entrySet().stream()
                .sorted(Comparator.comparing(use -> use.getKey().value()))
                .forEach(use -> tx.apiKeys().used(ApiKey.TENANT, use.getKey().value(), use.getValue()));
    }

    private void tell(KeyName name, String what, String actor, Map<String, Object> data) {
        tx.events()
                .append(
                        ApiKey.TENANT,
                        "key:" + name,
                        NewEvent.of("serai.key." + what, actor).with(data));
    }
}
