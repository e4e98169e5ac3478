package dev.serai.files;

import dev.serai.interaction.TenantName;
import java.util.Optional;

/** What the files define for one tenant, or for all: a queue, an account, a rule group, a response, a database. */
public interface Belonging {
    /** Whose it is; empty = shared by all. */
    Optional<TenantName> tenant();

    /** Whether it is for all. */
    default boolean isShared() {
        return tenant().isEmpty();
    }

    /** Whether a tenant may use a thing: it is its own, or shared. All who ask, ask here. */
    static boolean may(TenantName tenant, Belonging thing) {
        return thing.tenant().map(tenant::equals).orElse(true);
    }

    /** The same, by the text that the store keeps. */
    static boolean may(String tenant, Belonging thing) {
        return thing.tenant().map(owner -> owner.value().equals(tenant)).orElse(true);
    }
}
