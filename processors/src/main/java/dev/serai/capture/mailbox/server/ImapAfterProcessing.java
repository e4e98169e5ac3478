package dev.serai.capture.mailbox.server;

import dev.serai.files.AfterProcessing;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.window.CrashWindow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Does what afterProcessing says with mails that the ledger holds, in sets. */
final class ImapAfterProcessing {
    private final ImapCommands imap;
    private final ImapSession session;
    private final Set<String> copied;
    private final Halving halving;

    /** @param copied what a COPY before a delete that was refused left; it must not be copied again */
    ImapAfterProcessing(ImapCommands imap, ImapSession session, Set<String> copied) {
        this.imap = imap;
        this.session = session;
        this.copied = copied;
        this.halving = new Halving(session);
    }

    MailboxSession.Acknowledged apply(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        Set<String> done = new HashSet<>();
        Set<String> differing = new HashSet<>();
        for (List<LedgerEntry> chunk : UidSet.chunks(entries)) {
            if (removes(definition.afterProcessing())) {
                remove(chunk, definition, done, differing);
            } else if (definition.afterProcessing() == AfterProcessing.MARK_SEEN) {
                done.addAll(positions(halving.of(chunk, uids -> imap.store(uids, "\\Seen"))));
            } else {
                done.addAll(positions(chunk));
            }
        }
        return new MailboxSession.Acknowledged(done, differing, halving.refused());
    }

    private static boolean removes(AfterProcessing how) {
        return how == AfterProcessing.MOVE || how == AfterProcessing.DELETE;
    }

    /** Moves or deletes those that still are what was stored; what is gone counts as done. */
    private void remove(
            List<LedgerEntry> entries, MailboxDefinition definition, Set<String> done, Set<String> differing)
            throws ConnectionFailed {
        Map<String, MailHead> now = session.heads(positions(entries));
        List<LedgerEntry> same = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            MailHead head = now.get(entry.position());
            if (head == null) {
                done.add(entry.position());
            } else if (isSame(entry, head)) {
                same.add(entry);
            } else {
                differing.add(entry.position());
            }
        }
        List<LedgerEntry> removed = definition.afterProcessing() == AfterProcessing.MOVE
                ? move(same, definition.moveToFolder().orElseThrow())
                : delete(same);
        done.addAll(positions(removed));
        copied.removeAll(done);
    }

    /** Sizes as the server tells them, now and then: they need not be the ones of the bytes. */
    private boolean isSame(LedgerEntry entry, MailHead head) throws ConnectionFailed {
        if (head.size() != entry.size()) {
            return false;
        }
        String told = head.messageId() == null && entry.messageId() != null
                ? HeaderFields.of(session.header(head)).messageId().orElse(null)
                : head.messageId();
        return Objects.equals(told, entry.messageId());
    }

    /** Yields what was moved. */
    private List<LedgerEntry> move(List<LedgerEntry> entries, String target) throws ConnectionFailed {
        if (imap.can("MOVE")) {
            return halving.of(entries, uids -> imap.into("MOVE", uids, target));
        }
        List<LedgerEntry> wanted = entries.stream()
                .filter(entry -> !copied.contains(entry.position()))
                .toList();
        copied.addAll(positions(halving.of(wanted, uids -> imap.into("COPY", uids, target))));
        if (!wanted.isEmpty()) {
            CrashWindow.CAPTURE_COPIED.pass();
        }
        return delete(entries.stream()
                .filter(entry -> copied.contains(entry.position()))
                .toList());
    }

    /**
     * Yields what was deleted. Without UIDPLUS the mails stay with the flag: a plain EXPUNGE would take what others flagged
     * too.
     */
    private List<LedgerEntry> delete(List<LedgerEntry> entries) throws ConnectionFailed {
        List<LedgerEntry> flagged = halving.of(entries, uids -> imap.store(uids, "\\Deleted"));
        return imap.can("UIDPLUS") ? halving.of(flagged, imap::expunge) : flagged;
    }

    private static List<String> positions(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::position).toList();
    }
}
