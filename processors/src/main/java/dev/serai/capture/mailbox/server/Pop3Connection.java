package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Login;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Logs in for each look: a POP3 session sees one state of the mailbox and keeps others out (RFC 1939 section 8). */
final class Pop3Connection implements MailboxConnection {
    private final MailboxDefinition definition;
    private final AngusSettings settings;
    private final Login login;
    private final Spool spool;
    private final ScheduledExecutorService timer;

    Pop3Connection(
            MailboxDefinition definition,
            AngusSettings settings,
            Login login,
            Spool spool,
            ScheduledExecutorService timer) {
        this.definition = definition;
        this.settings = settings;
        this.login = login;
        this.spool = spool;
        this.timer = timer;
    }

    @Override
    public MailboxSession open() throws ConnectionFailed {
        MailServer server = definition.server();
        Session session = settings.session(server);
        Sockets sockets = Sockets.of(session, server);
        Patience patience = new Patience(server, timer, sockets::cut);
        try {
            return patience.until(() -> opened(session, patience));
        } catch (MessagingException | RuntimeException failure) {
            sockets.cut();
            throw Trouble.with(server, failure);
        }
    }

    private MailboxSession opened(Session session, Patience patience) throws MessagingException {
        MailServer server = definition.server();
        boolean readOnly = definition.afterProcessing() == AfterProcessing.NONE;
        POP3Folder inbox = new StoreLogin(server, login)
                .inbox(session, readOnly ? Folder.READ_ONLY : Folder.READ_WRITE, this::bound);
        try {
            return Pop3Session.over(inbox, server, new Pop3Bodies(server, spool, patience), patience);
        } catch (MessagingException | RuntimeException failure) {
            Pop3Session.quit(inbox.getStore());
            throw failure;
        }
    }

    /** Every look lists the whole mailbox, so there is an end to how large it may be. */
    private void bound(int mails) throws MessagingException {
        int most = definition.limits().maxMailbox();
        if (mails > most) {
            throw new MessagingException("the mailbox has " + mails + " mails, more than the " + most
                    + " of maxMailbox: POP3 lists all of them at each look; use protocol imap, have mails deleted"
                    + " (afterProcessing: delete), or raise maxMailbox");
        }
    }

    @Override
    public void close() {
        // Nothing stays open between looks.
    }
}
