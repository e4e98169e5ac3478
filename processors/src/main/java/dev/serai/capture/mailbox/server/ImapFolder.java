package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailServer;
import dev.serai.files.MailboxDefinition;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** A folder that stays selected from look to look (RFC 3501 section 6.3.1). */
final class ImapFolder {
    private final ImapCommands imap;
    private final MailServer server;
    private final String name;
    private final boolean readOnly;
    private final String prefix;
    private final Set<String> copied = new HashSet<>();
    private Optional<Mark> mark;
    private boolean touched;
    private boolean anew = true;
    private boolean current = true;

    private ImapFolder(ImapCommands imap, MailServer server, String name, boolean readOnly) throws ConnectionFailed {
        this.imap = imap;
        this.server = server;
        this.name = name;
        this.readOnly = readOnly;
        Selected selected = selected();
        if (selected.uidValidity < 0) {
            throw new ConnectionFailed(
                    server.host() + ":" + server.port() + " numbers no mails: it gives no UIDVALIDITY");
        }
        this.prefix = prefix(selected);
        this.mark = selected.mark();
    }

    static ImapFolder of(MailboxDefinition mailbox, ImapCommands imap) throws ConnectionFailed {
        boolean readOnly = mailbox.afterProcessing() == AfterProcessing.NONE;
        return new ImapFolder(imap, mailbox.server(), mailbox.folder(), readOnly);
    }

    /** How positions in it begin: {@code <uidvalidity>:}, with the folder before it but for INBOX. */
    String prefix() {
        return prefix;
    }

    /** Its numbers when it was selected, with a server that counts changes; not from one look on to the next. */
    Optional<Mark> mark() {
        return mark;
    }

    /** A new look: what was known of it may be old. */
    void look() {
        anew = false;
        current = false;
        mark = Optional.empty();
    }

    /** Whether this is its first look. */
    boolean isAnew() {
        return anew;
    }

    /** Positions that lie in another folder already and have yet to be deleted here. */
    Set<String> copied() {
        return copied;
    }

    /** The hub changed something in it. */
    void touch() {
        touched = true;
    }

    /** Has the server tell what is new, once a look; after own changes by selecting anew, which yields its numbers too. */
    void bringUpToDate() throws ConnectionFailed {
        if (current) {
            return;
        }
        if (touched && countsChanges()) {
            Selected selected = selected();
            if (!prefix(selected).equals(prefix)) {
                throw new ConnectionFailed(server.host() + ":" + server.port() + " numbers its mails anew");
            }
            mark = selected.mark();
            touched = false;
        } else {
            imap.noop();
        }
        current = true;
    }

    private boolean countsChanges() {
        return imap.can("CONDSTORE") || imap.can("QRESYNC");
    }

    private String prefix(Selected selected) {
        return (name.equals("INBOX") ? "" : name + "/") + selected.uidValidity + ":";
    }

    private Selected selected() throws ConnectionFailed {
        Selected selected = new Selected();
        ImapCommands.Reply reply = imap.select(
                readOnly ? "EXAMINE" : "SELECT", name, countsChanges() ? "(CONDSTORE)" : "", selected::read);
        if (!reply.ok()) {
            throw Trouble.noFolder(server, name, reply.text());
        }
        return selected;
    }

    /** What the lines of SELECT say. */
    private static final class Selected {
        private long mails = -1;
        private long uidValidity = -1;
        private long next = -1;
        private long modseq = -1;

        private void read(Response line) {
            if (line instanceof IMAPResponse imap && imap.keyEquals("EXISTS")) {
                mails = imap.getNumber();
            } else if (line.isUnTagged() && line.isOK()) {
                line.skipSpaces();
                if (line.readByte() == '[') {
                    code(line);
                }
            }
        }

        private void code(Response line) {
            switch (String.valueOf(line.readAtom()).toUpperCase(java.util.Locale.ROOT)) {
                case "UIDVALIDITY" -> uidValidity = line.readLong();
                case "UIDNEXT" -> next = line.readLong();
                case "HIGHESTMODSEQ" -> modseq = line.readLong();
                default -> {}
            }
        }

        private Optional<Mark> mark() {
            return modseq > 0 && next > 0 && mails >= 0 ? Optional.of(new Mark(modseq, next, mails)) : Optional.empty();
        }
    }
}
