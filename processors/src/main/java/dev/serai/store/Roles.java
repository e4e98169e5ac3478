package dev.serai.store;

import java.time.Duration;

/** Single roles among the nodes on one database: who has one keeps it by asking again before it runs out. */
public final class Roles {
    private final Store store;
    private final String node;

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

    /** To be called at the start of a node that is alone on its database: whoever had a role is dead. */
    public void takeOver() {
        store.transact(tx -> {
            tx.operate().releaseRoles(tx.now());
            return true;
        });
    }
}
