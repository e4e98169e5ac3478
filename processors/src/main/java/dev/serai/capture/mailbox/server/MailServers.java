package dev.serai.capture.mailbox.server;

import dev.serai.files.Home;
import dev.serai.files.MailProtocol;
import dev.serai.files.MailboxDefinition;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the connection that fits a mailbox's protocol; nothing is opened yet. */
public final class MailServers {
    private final AngusSettings settings;
    private final Spool spool;

    /**
     * @param home what relative paths of trust stores mean
     * @param timer one timer for the time-outs of all connections
     */
    public MailServers(Home home, ScheduledExecutorService timer, Spool spool) {
        this.settings = new AngusSettings(home, timer);
        this.spool = spool;
    }

    public MailboxConnection connection(MailboxDefinition mailbox) {
        return mailbox.server().protocol() == MailProtocol.POP3
                ? new Pop3Connection(mailbox, settings, spool)
                : new ImapConnection(mailbox, settings, spool);
    }
}
