package dev.serai.rest;

import dev.serai.access.Role;
import dev.serai.access.jwt.TokenCaller;
import dev.serai.document.Digests;
import dev.serai.interaction.PointName;
import dev.serai.interaction.TenantName;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.WebServerRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param name the actor of events that the request causes
 * @param roles what may be done, those included that other roles bring
 * @param points whose interactions alone may be seen and changed; empty = of all points
 * @param tenant whose things alone may be seen and changed; empty = the hub's own, which sees all
 */
record Caller(String name, Set<Role> roles, Set<PointName> points, Optional<TenantName> tenant) {
    /** Whoever is at this machine, as long as nobody has to log in. */
    static final Caller OPERATOR = new Caller("operator", Set.of(Role.ADMIN), Set.of(), Optional.empty());

    /** Who shows no key where none is needed. */
    static final Caller NOBODY = new Caller("nobody", Set.of(), Set.of(), Optional.empty());

    /** Characters of whose keys are kept together. */
    private static final int LONGEST = 64;

    private static final String KEY = Caller.class.getName();

    Caller {
        roles = Set.copyOf(Role.including(roles));
        points = Set.copyOf(points);
    }

    boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether nobody had to say who it is. */
    boolean isAnybody() {
        return equals(OPERATOR);
    }

    /** Whether a token says who it is, and no key. */
    boolean hasToken() {
        return TokenCaller.isName(name);
    }

    /** How others call it in a sentence. */
    String words() {
        return (hasToken() ? "the token of '" : "the key '") + name + "'";
    }

    /** Whether only interactions of some points are the caller's business. */
    boolean isLimited() {
        return !points.isEmpty();
    }

    /** Whether it is no tenant's, so that the hub as a whole is its business. */
    boolean isOfHub() {
        return tenant.isEmpty();
    }

    boolean maySee(PointName point) {
        return points.isEmpty() || points.contains(point);
    }

    /**
     * Whose Idempotency-Keys the request's are: no caller gets another's answers. No capture point is called so, for a colon
     * is in no name; at most 64 characters.
     */
    String deliveries() {
        if (isAnybody()) {
            return "rest:";
        }
        String plain = "rest:" + name;
        return plain.length() <= LONGEST
                ? plain
                : "rest::" + Digests.sha256(name).substring(0, LONGEST - 6);
    }

    /** What an Idempotency-Key of its own is called among those of others: no name has a blank, a key may have any. */
    String delivery(String key) {
        return deliveries() + " " + key;
    }

    /** Makes the request this caller's. */
    void calls(RoutingContext routing) {
        routing.put(KEY, this);
    }

    /**
     * Whose request it is.
     *
     * @throws IllegalStateException when nobody has looked who asks: such a request is never answered
     */
    static Caller of(HttpServerRequest request) {
        Caller caller =
                request instanceof WebServerRequest web ? web.routingContext().get(KEY) : null;
        if (caller == null) {
            throw new IllegalStateException("a request has come past the guard");
        }
        return caller;
    }
}
