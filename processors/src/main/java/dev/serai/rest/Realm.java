package dev.serai.rest;

import dev.serai.files.Belonging;
import dev.serai.interaction.TenantName;
import dev.serai.store.TenantTable;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.WebServerRequest;
import java.util.Optional;

/**
 * Whose things a request is about: one tenant's, or all that the hub has. It is found out once, by {@link Border}, before
 * anything is read.
 *
 * @param only the tenant; empty = all
 */
record Realm(Optional<TenantName> only) {
    static final Realm ALL = new Realm(Optional.empty());

    private static final String KEY = Realm.class.getName();

    static Realm of(TenantName tenant) {
        return new Realm(Optional.of(tenant));
    }

    boolean isAll() {
        return only.isEmpty();
    }

    /** What statements are asked for: a tenant, or {@link TenantTable#ALL}. */
    String rows() {
        return only.map(TenantName::value).orElse(TenantTable.ALL);
    }

    /** Of whom is what the request makes, where it names nothing that is somebody's. */
    TenantName maker() {
        return only.orElse(TenantName.DEFAULT);
    }

    /** Whether a tenant's rows are in it. */
    boolean has(String tenant) {
        return only.map(one -> one.value().equals(tenant)).orElse(true);
    }

    /** Whether a thing of the files may be seen: it is in it, or shared. */
    boolean sees(Belonging thing) {
        return only.map(one -> Belonging.may(one, thing)).orElse(true);
    }

    /** Makes the request one about it. */
    void holds(RoutingContext routing) {
        routing.put(KEY, this);
    }

    /** @throws IllegalStateException when nobody has found out: such a request is never answered */
    static Realm of(HttpServerRequest request) {
        Realm realm =
                request instanceof WebServerRequest web ? web.routingContext().get(KEY) : null;
        if (realm == null) {
            throw new IllegalStateException("a request has come past the border");
        }
        return realm;
    }
}
