package dev.serai.capture.mailbox.server;

import dev.serai.files.Home;
import dev.serai.files.MailProtocol;
import dev.serai.files.MailboxDefinition;
import dev.serai.oauth2.Login;
import dev.serai.oauth2.Tokens;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the connection that fits a mailbox's protocol; nothing is opened yet. */
public final class MailServers implements AutoCloseable {
    private final AngusSettings settings;
    private final Tokens tokens;
    private final ScheduledExecutorService timer;
    private final Spool spool;
    private final IdleWatch watch = new IdleWatch();

    /**
     * @param home what relative paths of trust stores mean
     * @param tokens shared with all who log in by OAuth 2
     * @param timer one timer for the time-outs of all connections
     */
    public MailServers(Home home, Tokens tokens, ScheduledExecutorService timer, Spool spool) {
        this.settings = new AngusSettings(home, timer);
        this.tokens = tokens;
        this.timer = timer;
        this.spool = spool;
    }

    public MailboxConnection connection(MailboxDefinition mailbox) {
        Login login = tokens.login(mailbox.server());
        return mailbox.server().protocol() == MailProtocol.POP3
                ? new Pop3Connection(mailbox, settings, login, spool, timer)
                : new ImapConnection(mailbox, settings, login, spool, watch, timer);
    }

    /** Ends what all connections share; they must be closed before. */
    @Override
    public void close() {
        watch.close();
    }
}
