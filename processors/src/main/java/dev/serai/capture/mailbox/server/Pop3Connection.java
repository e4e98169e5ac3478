package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.Secret;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** Logs in for each look: a POP3 session sees one state of the mailbox and keeps others out (RFC 1939 section 8). */
final class Pop3Connection implements MailboxConnection {
    private final MailboxDefinition definition;
    private final AngusSettings settings;
    private final Spool spool;

    Pop3Connection(MailboxDefinition definition, AngusSettings settings, Spool spool) {
        this.definition = definition;
        this.settings = settings;
        this.spool = spool;
    }

    @Override
    public MailboxSession open() throws ConnectionFailed {
        MailServer server = definition.server();
        Store store = null;
        try {
            store = settings.session(server).getStore(AngusSettings.scheme(server));
            store.connect(
                    server.host(),
                    server.port(),
                    server.username().orElse(null),
                    server.secret().map(Secret::resolve).orElse(null));
            POP3Folder inbox = (POP3Folder) store.getFolder("INBOX");
            boolean readOnly = definition.afterProcessing() == AfterProcessing.NONE;
            inbox.open(readOnly ? Folder.READ_ONLY : Folder.READ_WRITE);
            return Pop3Session.over(store, inbox, server, spool);
        } catch (MessagingException | RuntimeException failure) {
            Pop3Session.quit(store);
            throw Trouble.with(server, failure);
        }
    }

    @Override
    public void close() {
        // Nothing stays open between looks.
    }
}
