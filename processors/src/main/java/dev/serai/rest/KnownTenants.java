package dev.serai.rest;

import dev.serai.capture.Fresh;
import dev.serai.files.Generation;
import dev.serai.interaction.TenantName;
import dev.serai.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The tenants that there are: those of the live files, and those of which the database still has interactions. */
final class KnownTenants {
    /** So late one is seen whose file is gone, and whose first interaction another node stored before. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private final Supplier<Generation> files;
    private final Fresh<List<String>> stored;

    KnownTenants(Supplier<Generation> files, Store store) {
        this.files = files;
        this.stored = new Fresh<>(AGE, () -> store.read(tx -> tx.owners().known()));
    }

    /** Those of a realm, by name. */
    List<String> in(Realm realm) {
        return realm.only().map(one -> List.of(one.value())).orElseGet(this::all);
    }

    private List<String> all() {
        Set<String> all = new TreeSet<>(stored.get());
        files.get().tenants().keySet().stream().map(TenantName::value).forEach(all::add);
        return List.copyOf(all);
    }
}
