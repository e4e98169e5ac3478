package dev.serai.capture.mailbox.server;

import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Login;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection on which the folder stays selected: between looks it listens, or is silent. */
final class ImapConnection implements MailboxConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);

    /** A connection that was silent for so long may have died unnoticed. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final MailboxDefinition mailbox;
    private final AngusSettings settings;
    private final Login login;
    private final Spool spool;
    private final IdleWatch watch;
    private final ScheduledExecutorService timer;
    private @Nullable Line line;

    ImapConnection(
            MailboxDefinition mailbox,
            AngusSettings settings,
            Login login,
            Spool spool,
            IdleWatch watch,
            ScheduledExecutorService timer) {
        this.mailbox = mailbox;
        this.settings = settings;
        this.login = login;
        this.spool = spool;
        this.watch = watch;
        this.timer = timer;
    }

    private record Line(ImapStore store, ImapCommands imap, ImapFolder folder, ImapIdle idle) {}

    @Override
    public MailboxSession open() throws ConnectionFailed {
        Line here = line;
        if (here != null && (here.imap().isBroken() || login.isOver() || !isAlive(here))) {
            close();
            here = null;
        }
        if (here == null) {
            here = connect();
            line = here;
        }
        return new ImapSession(here.imap(), here.folder(), spool);
    }

    @Override
    public boolean listen(Runnable news) {
        Line here = line;
        if (here == null || here.imap().isBroken() || !mailbox.polling().idle()) {
            return false;
        }
        try {
            return here.idle().begin(news);
        } catch (ConnectionFailed | IOException broken) {
            LOG.debug("IDLE not begun point={}", mailbox.name(), broken);
            close();
            return false;
        }
    }

    @Override
    public void close() {
        Line here = line;
        line = null;
        if (here != null) {
            end(here);
        }
    }

    /** A connection that broke while nobody used it is no failure: another one is opened. */
    private boolean isAlive(Line here) {
        try {
            here.folder().look();
            if (here.idle().isOn()) {
                here.idle().end();
            } else if (here.imap().silence().compareTo(FRESH) > 0) {
                here.folder().bringUpToDate();
            }
            return true;
        } catch (ConnectionFailed | IOException broken) {
            LOG.debug("connection lost between looks point={}", mailbox.name(), broken);
            return false;
        }
    }

    private Line connect() throws ConnectionFailed {
        MailServer server = mailbox.server();
        ImapStore store = null;
        try {
            Session session = settings.session(server);
            Patience patience = new Patience(server, timer, Sockets.of(session, server)::cut);
            store = patience.until(() -> new StoreLogin(server, login).imap(session));
            ImapWire wire = store.wire();
            ImapCommands imap = new ImapCommands(wire, server, timer);
            ImapIdle idle = new ImapIdle(imap, wire.channel(), watch, timer);
            return new Line(store, imap, ImapFolder.of(mailbox, imap), idle);
        } catch (MessagingException | RuntimeException failure) {
            cut(store);
            throw Trouble.with(server, failure);
        } catch (ConnectionFailed failure) {
            cut(store);
            throw failure;
        }
    }

    private static void end(Line here) {
        try {
            here.idle().leave();
        } catch (IOException stuck) {
            cut(here.store());
        }
        if (here.imap().isBroken()) {
            cut(here.store());
        }
        here.store().leave();
    }

    private static void cut(@Nullable ImapStore store) {
        if (store != null) {
            store.cut();
            store.leave();
        }
    }
}
