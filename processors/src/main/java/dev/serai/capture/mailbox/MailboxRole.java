package dev.serai.capture.mailbox;

import dev.serai.interaction.PointName;
import java.util.function.LongSupplier;

/**
 * The right of this node to look into one mailbox. Asking costs nothing: {@link MailboxRoles} renews the lease, and by
 * this process's own clock it ends before another node can have it, whether or not the database can be reached.
 */
final class MailboxRole {
    private final String name;
    private final MailboxRoles roles;
    private final LongSupplier nanos;
    private final Runnable changed;
    private long until;
    private Standing standing = Standing.UNKNOWN;
    private boolean wanted;

    /** @param changed called when another node's right became this node's, or the reverse */
    MailboxRole(PointName point, MailboxRoles roles, LongSupplier nanos, Runnable changed) {
        this.name = "mailbox:" + point.value();
        this.roles = roles;
        this.nanos = nanos;
        this.changed = changed;
        this.until = nanos.getAsLong();
    }

    /** Who may look. */
    enum Standing {
        /** This node. */
        HERE,
        /** Another node. */
        ELSEWHERE,
        /** The database has not said so yet, or not in time. */
        UNKNOWN
    }

    String name() {
        return name;
    }

    /** Wants the right from now on, until it is released; asked for at once when that is new. */
    void want() {
        synchronized (this) {
            wanted = true;
        }
        roles.want(this);
    }

    synchronized Standing standing() {
        if (standing == Standing.HERE && nanos.getAsLong() - until >= 0) {
            standing = Standing.UNKNOWN;
        }
        return standing;
    }

    void keep() throws RoleLost {
        if (standing() != Standing.HERE) {
            throw new RoleLost();
        }
    }

    void release() {
        synchronized (this) {
            wanted = false;
            standing = Standing.UNKNOWN;
        }
        roles.release(this);
    }

    /** The database gave it to this node; it counts until then by this process's clock. */
    void given(long untilNanos) {
        Standing before;
        synchronized (this) {
            before = standing();
            if (wanted) {
                standing = Standing.HERE;
                until = untilNanos;
            }
        }
        tell(before);
    }

    /** The database did not give it: it still counts as long as it was given for. */
    void denied() {
        Standing before;
        synchronized (this) {
            before = standing();
            if (wanted && standing != Standing.HERE) {
                standing = Standing.ELSEWHERE;
            }
        }
        tell(before);
    }

    private void tell(Standing before) {
        if (standing() != before) {
            changed.run();
        }
    }
}
