package dev.serai.capture.mailbox;

import dev.serai.interaction.PointName;
import dev.serai.store.Roles;
import dev.serai.store.StoreException;
import dev.serai.threads.Endurance;
import dev.serai.threads.Ticks;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for the rights of all of this node's mailboxes together, again and again: two statements each time, however many
 * mailboxes there are and whether they are held here or waited for.
 */
final class MailboxRoles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxRoles.class);
    private static final Duration LEASE = Duration.ofSeconds(12);
    private static final Duration EVERY = Duration.ofSeconds(4);
    /** So much earlier this node stops than another may begin: clocks run differently, a batch takes its time. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final Roles roles;
    private final Map<String, MailboxRole> wanted = new ConcurrentHashMap<>();
    private final Set<String> released = new HashSet<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService keeper = Ticks.named("serai-mailbox-roles", 1);

    MailboxRoles(Roles roles) {
        this.roles = roles;
    }

    void start() {
        ScheduledFuture<?> unused = Endurance.every(keeper, "mailbox-roles", EVERY, EVERY, this::pass);
    }

    /** A mailbox's right, not wanted yet. */
    MailboxRole of(PointName point, Runnable changed) {
        return new MailboxRole(point, this, System::nanoTime, changed);
    }

    void want(MailboxRole role) {
        if (wanted.put(role.name(), role) != role) {
            passSoon();
        }
    }

    void release(MailboxRole role) {
        if (wanted.remove(role.name(), role)) {
            synchronized (released) {
                released.add(role.name());
            }
            passSoon();
        }
    }

    /** What mailboxes want while a pass is under way is asked for together by the next one. */
    private void passSoon() {
        if (asked.compareAndSet(false, true)) {
            try {
                keeper.execute(this::pass);
            } catch (RejectedExecutionException closed) {
                LOG.debug("rights of mailboxes are no longer asked for");
            }
        }
    }

    private void pass() {
        asked.set(false);
        try {
            letGo();
            ask();
        } catch (StoreException.Unavailable away) {
            LOG.debug("the database is away, rights of mailboxes are asked for again");
        } catch (RuntimeException failure) {
            LOG.error("rights of mailboxes were not renewed, it is tried again", failure);
        }
    }

    private void ask() {
        Map<String, MailboxRole> all = Map.copyOf(wanted);
        if (all.isEmpty()) {
            return;
        }
        long until = System.nanoTime() + LEASE.minus(MARGIN).toNanos();
        Set<String> held = roles.holdAll(all.keySet(), LEASE);
        all.forEach((name, role) -> {
            if (held.contains(name)) {
                role.given(until);
            } else {
                role.denied();
            }
        });
    }

    private void letGo() {
        Set<String> all;
        synchronized (released) {
            all = new HashSet<>(released);
        }
        Set<String> free = new HashSet<>(all);
        free.removeAll(wanted.keySet());
        if (!free.isEmpty()) {
            roles.releaseAll(free);
        }
        synchronized (released) {
            released.removeAll(all);
        }
    }

    /** Other nodes may look at once. */
    @Override
    public void close() {
        Ticks.end(keeper);
        try {
            letGo();
        } catch (RuntimeException away) {
            LOG.debug("rights of mailboxes were not released, they run out by themselves");
        }
    }
}
