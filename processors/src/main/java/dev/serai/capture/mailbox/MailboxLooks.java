package dev.serai.capture.mailbox;

import dev.serai.capture.Captured;
import dev.serai.capture.PointHealth;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailboxConnection;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.PointName;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into one mailbox over the one connection that is kept between looks; runs the route's steps for what was taken. */
final class MailboxLooks {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxLooks.class);

    /** So many connections may break at mails in one turn. */
    private static final int BREAKS = 3;

    private final PointName name;
    private final MailboxTools tools;
    private final PointHealth health;
    private final MailboxMemory memory;
    private final MailboxRole role;
    private final Consumer<Captured> steps;
    private final TokenAlert alert;
    private @Nullable MailboxDefinition inUse;
    private @Nullable MailboxConnection connection;

    MailboxLooks(PointName name, MailboxTools tools, MailboxRole role, Consumer<Captured> steps) {
        this.name = name;
        this.tools = tools;
        this.health = tools.points().health(name);
        this.memory = MailboxMemory.empty(tools.environment().clock());
        this.role = role;
        this.steps = steps;
        this.alert = new TokenAlert(name, tools.environment());
    }

    /** Takes one page. A mail that breaks the connection does not keep the others from coming in the same turn. */
    void look(MailboxDefinition mailbox) throws ConnectionFailed, RoleLost, InterruptedException, Slowed {
        for (int breaks = 1; ; breaks++) {
            MailboxLook look = new MailboxLook(mailbox, tools.environment(), memory, health, role, tools.room());
            try (MailboxSession session = connected(mailbox).open()) {
                look.into(session);
                return;
            } catch (ConnectionFailed broken) {
                if (!look.brokeAtMail() || breaks > BREAKS) {
                    throw broken;
                }
            } finally {
                alert.see(mailbox);
                run(mailbox, look.born());
            }
        }
    }

    /** True when the server will tell what is new; `wake` is called then. */
    boolean listen(MailboxDefinition mailbox, Runnable wake) {
        return connected(mailbox).listen(wake);
    }

    /** What is known to wait there. */
    int backlog() {
        return memory.waiting().backlog();
    }

    /** Whether there is another page. */
    boolean hasMore() {
        return memory.waiting().hasMore();
    }

    /** Logs out. What was compared before counts no longer: another node may look meanwhile. */
    void disconnect() {
        memory.waiting().forget();
        MailboxConnection here = connection;
        connection = null;
        if (here != null) {
            here.close();
        }
    }

    /** Another definition is another connection. */
    private MailboxConnection connected(MailboxDefinition mailbox) {
        if (!mailbox.equals(inUse)) {
            disconnect();
            memory.reluctance().forget();
            inUse = mailbox;
        }
        MailboxConnection here = connection;
        if (here == null) {
            here = tools.servers().connection(mailbox);
            connection = here;
        }
        return here;
    }

    private void run(MailboxDefinition mailbox, List<InteractionId> born) {
        if (!born.isEmpty()) {
            LOG.info("mails taken point={} mails={}", name, born.size());
        }
        born.forEach(id -> steps.accept(new Captured(mailbox.point().tenant(), id, name)));
    }
}
