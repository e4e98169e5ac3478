package dev.serai.capture.mailbox;

import dev.serai.interaction.PointName;
import dev.serai.store.Roles;
import java.time.Duration;

/** The right of one node to look into a mailbox, leased in the database. */
final class MailboxRole {
    private final Roles roles;
    private final String name;
    private final Duration time;

    /** @param interval between two looks; the lease outlives it by a minute */
    MailboxRole(Roles roles, PointName point, Duration interval) {
        this.roles = roles;
        this.name = "mailbox:" + point.value();
        this.time = interval.plusMinutes(1);
    }

    /** True when this node may look. */
    boolean take() {
        return roles.hold(name, time);
    }

    void keep() throws RoleLost {
        if (!take()) {
            throw new RoleLost();
        }
    }

    void release() {
        roles.release(name);
    }
}
