package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Login;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** Stays logged in between looks; each look selects the folder anew. */
final class ImapConnection implements MailboxConnection {
    private final MailboxDefinition definition;
    private final AngusSettings settings;
    private final Login login;
    private final Spool spool;
    private @Nullable Store store;

    ImapConnection(MailboxDefinition definition, AngusSettings settings, Login login, Spool spool) {
        this.definition = definition;
        this.settings = settings;
        this.login = login;
        this.spool = spool;
    }

    @Override
    public MailboxSession open() throws ConnectionFailed {
        MailServer server = definition.server();
        try {
            IMAPFolder folder = (IMAPFolder) connected(server).getFolder(definition.folder());
            boolean readOnly = definition.afterProcessing() == AfterProcessing.NONE;
            folder.open(readOnly ? Folder.READ_ONLY : Folder.READ_WRITE);
            return new ImapSession(
                    new ImapCommands(folder, server), folder.getUIDValidity(), definition.folder(), spool);
        } catch (MessagingException | RuntimeException failure) {
            close();
            throw Trouble.with(server, failure);
        }
    }

    private Store connected(MailServer server) throws MessagingException, ConnectionFailed {
        Store here = store;
        if (here != null && here.isConnected() && !login.isOver()) {
            return here;
        }
        close();
        Store fresh = new StoreLogin(server, login).to(settings.session(server));
        store = fresh;
        return fresh;
    }

    @Override
    public void close() {
        Store here = store;
        store = null;
        if (here != null) {
            try {
                here.close();
            } catch (MessagingException | RuntimeException gone) {
                // What cannot be closed is closed.
            }
        }
    }
}
