package dev.serai.store;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Single roles among the nodes on one database: who has one keeps it by asking again before it runs out. */
public final class Roles {
    private final Store store;
    private final String node;
    /** Roles that have a row in the database; rows are never removed. */
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** @param node this process's own name */
    public Roles(Store store, String node) {
        this.store = store;
        this.node = node;
    }

    public String node() {
        return node;
    }

    /** True when this node has the role for the time given, by the database's clock. */
    public boolean hold(String role, Duration time) {
        return store.transact(tx -> tx.operate().takeRole(role, node, tx.now().plus(time), tx.now()));
    }

    public void release(String role) {
        store.transact(tx -> {
            tx.operate().releaseRole(role, node, tx.now());
            return true;
        });
    }

    /**
     * As {@link #hold}, of many at once by two statements.
     *
     * @return those that this node has now; what another node has, or is about to take, is absent
     */
    public Set<String> holdAll(Set<String> roles, Duration time) {
        Set<String> unknown = new HashSet<>(roles);
        unknown.removeAll(known);
        Set<String> held = store.transact(tx -> {
            Instant until = tx.now().plus(time);
            Set<String> taken = new HashSet<>(tx.operate().takeRoles(roles, node, until, tx.now()));
            taken.addAll(tx.operate().takeNewRoles(unknown, node, until));
            return taken;
        });
        known.addAll(unknown);
        return held;
    }

    /** Lets other nodes have these roles at once. */
    public void releaseAll(Set<String> roles) {
        store.transact(tx -> {
            tx.operate().releaseRoles(roles, node, tx.now());
            return true;
        });
    }

    /** To be called at the start of a node that is alone on its database: whoever had a role is dead. */
    public void takeOver() {
        store.transact(tx -> {
            tx.operate().releaseRoles(tx.now());
            return true;
        });
    }
}
