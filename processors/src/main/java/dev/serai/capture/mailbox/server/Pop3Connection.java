package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Login;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Logs in for each look: a POP3 session sees one state of the mailbox and keeps others out (RFC 1939 section 8). */
final class Pop3Connection implements MailboxConnection {
    private final MailboxDefinition definition;
    private final AngusSettings settings;
    private final Login login;
    private final Spool spool;

    Pop3Connection(MailboxDefinition definition, AngusSettings settings, Login login, Spool spool) {
        this.definition = definition;
        this.settings = settings;
        this.login = login;
        this.spool = spool;
    }

    @Override
    public MailboxSession open() throws ConnectionFailed {
        MailServer server = definition.server();
        POP3Folder inbox = null;
        try {
            boolean readOnly = definition.afterProcessing() == AfterProcessing.NONE;
            inbox = new StoreLogin(server, login)
                    .inbox(settings.session(server), readOnly ? Folder.READ_ONLY : Folder.READ_WRITE, this::bound);
            return Pop3Session.over(inbox.getStore(), inbox, server, spool);
        } catch (MessagingException | RuntimeException failure) {
            Pop3Session.quit(inbox == null ? null : inbox.getStore());
            throw Trouble.with(server, failure);
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
