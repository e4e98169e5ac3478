package dev.serai.capture.mailbox.server;

/** The one connection of a mailbox to its server, opened when needed. */
public interface MailboxConnection {

    /** Looks into the mailbox; connects and logs in when that is not so yet. */
    MailboxSession open() throws ConnectionFailed;

    /** Logs out; never fails. */
    void close();
}
