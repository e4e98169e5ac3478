package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.StartFrom;
import dev.serai.store.LedgerEntry;
import dev.serai.window.CrashWindow;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;

/**
 * A POP3 session. Positions are UIDLs: one UIDL for the whole mailbox, whatever its size, and one LIST as soon as
 * something is new or to be deleted.
 */
final class Pop3Session implements MailboxSession {
    private final Store store;
    private final Pop3Inbox inbox;
    private final MailServer server;
    private final Pop3Bodies bodies;
    private final Patience patience;
    private final Set<String> fetched = new HashSet<>();
    private boolean deleting;

    private Pop3Session(POP3Folder folder, MailServer server, Pop3Bodies bodies, Patience patience)
            throws MessagingException {
        this.store = folder.getStore();
        this.inbox = Pop3Inbox.listed(folder);
        this.server = server;
        this.bodies = bodies;
        this.patience = patience;
    }

    static Pop3Session over(POP3Folder inbox, MailServer server, Pop3Bodies bodies, Patience patience)
            throws MessagingException {
        return new Pop3Session(inbox, server, bodies, patience);
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Listing list(long from) {
        return new Listing(inbox.positions(), 1);
    }

    @Override
    public List<String> unwanted(StartFrom startFrom) {
        return startFrom.kind() == StartFrom.Kind.NOW ? inbox.positions() : List.of();
    }

    @Override
    public Map<String, MailHead> heads(List<String> positions) throws ConnectionFailed {
        Map<String, MailHead> heads = new HashMap<>();
        for (String position : positions) {
            if (inbox.has(position)) {
                heads.put(position, new MailHead(position, size(position), null, null, false));
            }
        }
        return heads;
    }

    @Override
    public Set<String> gone(List<String> positions) {
        Set<String> gone = new HashSet<>(positions);
        gone.removeIf(inbox::has);
        return gone;
    }

    @Override
    public void fetch(List<MailHead> wanted, FetchForm form, Bodies taker) throws ConnectionFailed {
        for (MailHead head : wanted) {
            fetched.add(head.position());
            bodies.fetch(head, message(head.position()), taker);
        }
    }

    @Override
    public byte[] header(MailHead head) throws ConnectionFailed {
        return inbox.has(head.position()) ? bodies.header(message(head.position())) : new byte[0];
    }

    /**
     * Flags mails that are still the same; they are deleted by QUIT, whose answer may be lost. So only what a later
     * session no longer shows is done. A mail that shares its UIDL is deleted in the session that fetched it or not at all.
     */
    @Override
    public Acknowledged acknowledge(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        Set<String> done = new HashSet<>();
        Set<String> differing = new HashSet<>();
        for (LedgerEntry entry : entries) {
            String position = entry.position();
            if (!inbox.has(position) || definition.afterProcessing() != AfterProcessing.DELETE) {
                done.add(position);
            } else if (size(position) != entry.size() || (inbox.isShared(position) && !fetched.contains(position))) {
                differing.add(position);
            } else {
                delete(position);
            }
        }
        return new Acknowledged(done, differing);
    }

    private void delete(String position) throws ConnectionFailed {
        try {
            message(position).setFlag(Flags.Flag.DELETED, true);
            deleting = true;
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
    }

    private int size(String position) throws ConnectionFailed {
        try {
            return patience.until(() -> inbox.size(position));
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
    }

    private Message message(String position) throws ConnectionFailed {
        try {
            return inbox.message(position);
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
    }

    /** DELE for what was flagged, then QUIT. */
    @Override
    public void close() {
        try {
            patience.until(() -> {
                inbox.close();
                if (deleting) {
                    CrashWindow.CAPTURE_DELETED.pass();
                }
                quit(store);
                return true;
            });
        } catch (ConnectionFailed cut) {
            // What was not deleted is found at the next look, by its ledger row.
        }
    }

    static void quit(@Nullable Store store) {
        try {
            if (store != null) {
                store.close();
            }
        } catch (MessagingException | RuntimeException gone) {
            // What cannot be closed is closed.
        }
    }
}
