package dev.serai.capture.mailbox.server;

/** The one connection of a mailbox to its server, opened when needed. */
public interface MailboxConnection {

    /** Looks into the mailbox; connects and logs in when that is not so yet. */
    MailboxSession open() throws ConnectionFailed;

    /**
     * Lets the server tell from now on when something is new, until {@link #open} or {@link #close}. Never fails: a
     * connection that broke is opened anew by the next look.
     *
     * @param news run once at most, on any thread; it must not block
     * @return whether the server will tell
     */
    default boolean listen(Runnable news) {
        return false;
    }

    /** Logs out; never fails. */
    void close();
}
