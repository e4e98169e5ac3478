package dev.serai.access;

import dev.serai.interaction.TenantName;
import dev.serai.store.ApiKeyRow;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.TenantTable;
import dev.serai.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The keys in one transaction, all or those of one tenant; whatever changes them is told as an event about `key:` and the
 * name, which only one key of all tenants has.
 */
public final class KeyBook {
    private final Tx tx;
    private final Optional<TenantName> only;

    public KeyBook(Tx tx) {
        this(tx, Optional.empty());
    }

    /** @param only whose keys are there; empty = all */
    public KeyBook(Tx tx, Optional<TenantName> only) {
        this.tx = tx;
        this.only = only;
    }

    /** By tenant and name, also those that were revoked. */
    public List<ApiKey> list() {
        return tx.apiKeys().list().stream().map(ApiKey::of).filter(this::has).toList();
    }

    public Optional<ApiKey> find(KeyName name) {
        return tx.apiKeys().load(name.value()).map(ApiKey::of).filter(this::has);
    }

    private boolean has(ApiKey key) {
        return only.isEmpty() || key.tenant().equals(only);
    }

    /** Empty when the name is or was another key's. */
    public Optional<ApiKey> add(NewKey wanted, KeyText text, String actor) {
        Instant now = tx.now();
        ApiKey key = new ApiKey(
                wanted.name(),
                text.digest(),
                wanted.roles(),
                wanted.points(),
                wanted.tenant(),
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
                key,
                "created",
                actor,
                Map.of("roles", key.row().roles(), "points", key.row().points()));
        return Optional.of(key);
    }

    /** Whether it is the only admin key of the hub in force; until this transaction ends no other one revokes any. */
    public boolean isLastAdmin(KeyName name) {
        List<ApiKey> admins = tx.apiKeys().lock(TenantTable.HUB, Role.ADMIN.word()).stream()
                .map(ApiKey::of)
                .filter(key -> key.isAdmin(tx.now()))
                .toList();
        return admins.size() == 1 && admins.get(0).name().equals(name);
    }

    /** Empty when there is no such key that is not revoked. */
    public Optional<ApiKey> revoke(KeyName name, String actor) {
        return changed(name, "revoked", actor, row -> tx.apiKeys().revoke(row.tenant(), row.name(), tx.now()));
    }

    /** Another text for the same key; the old one is worth nothing from now on. Empty as for {@link #revoke}. */
    public Optional<ApiKey> rotate(KeyName name, KeyText text, String actor) {
        return changed(name, "rotated", actor, row -> tx.apiKeys().rotate(row.tenant(), row.name(), text.digest()));
    }

    private Optional<ApiKey> changed(KeyName name, String what, String actor, Predicate<ApiKeyRow> change) {
        Optional<ApiKey> known = find(name).filter(key -> change.test(key.row()));
        known.ifPresent(key -> tell(key, what, actor, Map.of()));
        return known.flatMap(key -> find(name));
    }

    /** In the order in which {@link #isLastAdmin} locks them. */
    void used(Map<KeyName, Instant> at) {
        at.entrySet().stream()
                .sorted(Comparator.comparing(use -> use.getKey().value()))
                .forEach(use -> tx.apiKeys().used(use.getKey().value(), use.getValue()));
    }

    private void tell(ApiKey key, String what, String actor, Map<String, Object> data) {
        tx.events()
                .append(
                        TenantTable.text(key.tenant()),
                        "key:" + key.name(),
                        NewEvent.of("serai.key." + what, actor).with(data));
    }
}
