package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.StartFrom;
import dev.serai.store.LedgerEntry;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.jspecify.annotations.Nullable;

/** A POP3 session. Positions are UIDLs; one UIDL and one LIST for the whole mailbox, whatever its size. */
final class Pop3Session implements MailboxSession {
    private final Store store;
    private final POP3Folder inbox;
    private final MailServer server;
    private final Spool spool;
    private final Map<String, MailHead> heads;
    private final Map<String, Message> messages;

    private Pop3Session(
            Store store,
            POP3Folder inbox,
            MailServer server,
            Spool spool,
            Map<String, MailHead> heads,
            Map<String, Message> messages) {
        this.store = store;
        this.inbox = inbox;
        this.server = server;
        this.spool = spool;
        this.heads = heads;
        this.messages = messages;
    }

    static Pop3Session over(Store store, POP3Folder inbox, MailServer server, Spool spool) throws MessagingException {
        Message[] all = inbox.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(all, profile);
        int[] sizes = inbox.getSizes();
        Map<String, MailHead> heads = new LinkedHashMap<>();
        Map<String, Message> messages = new HashMap<>();
        for (int i = 0; i < all.length; i++) {
            String uidl = inbox.getUID(all[i]);
            if (uidl == null) {
                throw new MessagingException("the server gives no UIDL, by which mails are told apart");
            }
            // Equal mails may share a UIDL (RFC 1939 section 7): they are one position.
            if (messages.putIfAbsent(uidl, all[i]) == null) {
                heads.put(uidl, new MailHead(uidl, sizes[i], null, null, false));
            }
        }
        return new Pop3Session(store, inbox, server, spool, heads, messages);
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public Listing list(long from) {
        return new Listing(List.copyOf(heads.keySet()), 1);
    }

    @Override
    public List<String> unwanted(StartFrom startFrom) {
        return startFrom.kind() == StartFrom.Kind.NOW ? List.copyOf(heads.keySet()) : List.of();
    }

    @Override
    public Map<String, MailHead> heads(List<String> positions) {
        Map<String, MailHead> asked = new HashMap<>(heads);
        asked.keySet().retainAll(new HashSet<>(positions));
        return asked;
    }

    @Override
    public Set<String> gone(List<String> positions) {
        Set<String> gone = new HashSet<>(positions);
        gone.removeAll(heads.keySet());
        return gone;
    }

    @Override
    public void fetch(List<MailHead> wanted, Bodies bodies) throws ConnectionFailed {
        Pop3Bodies retrieval = new Pop3Bodies(server, spool);
        for (MailHead head : wanted) {
            retrieval.fetch(head, message(head.position()), bodies);
        }
    }

    @Override
    public byte[] header(MailHead head) throws ConnectionFailed {
        return new Pop3Bodies(server, spool).header(message(head.position()));
    }

    /**
     * Flags mails that are still the same; they are deleted by QUIT, whose answer may be lost. So only what a later
     * session no longer shows is done.
     */
    @Override
    public Acknowledged acknowledge(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        Set<String> done = new HashSet<>();
        Set<String> differing = new HashSet<>();
        for (LedgerEntry entry : entries) {
            MailHead head = heads.get(entry.position());
            if (head == null || definition.afterProcessing() != AfterProcessing.DELETE) {
                done.add(entry.position());
            } else if (head.size() != entry.size()) {
                differing.add(entry.position());
            } else {
                delete(entry.position());
            }
        }
        return new Acknowledged(done, differing);
    }

    private void delete(String uidl) throws ConnectionFailed {
        try {
            message(uidl).setFlag(Flags.Flag.DELETED, true);
        } catch (MessagingException failure) {
            throw Trouble.with(server, failure);
        }
    }

    private Message message(String uidl) {
        Message message = messages.get(uidl);
        if (message == null) {
            throw new IllegalArgumentException("no such UIDL in this session");
        }
        return message;
    }

    /** DELE for what was flagged, then QUIT. */
    @Override
    public void close() {
        try {
            inbox.close(true);
        } catch (MessagingException | RuntimeException broken) {
            // What was not deleted is found at the next look, by its ledger row.
        }
        quit(store);
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
