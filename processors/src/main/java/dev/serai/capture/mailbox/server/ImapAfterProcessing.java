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
import org.jspecify.annotations.Nullable;

/** Does what afterProcessing says with mails that the ledger holds, in sets. */
final class ImapAfterProcessing {
    private final ImapCommands imap;
    private final ImapSession session;

    ImapAfterProcessing(ImapCommands imap, ImapSession session) {
        this.imap = imap;
        this.session = session;
    }

    MailboxSession.Acknowledged apply(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        Set<String> done = new HashSet<>();
        Set<String> differing = new HashSet<>();
        for (List<LedgerEntry> chunk : UidSet.chunks(entries)) {
            if (removes(definition.afterProcessing())) {
                differing.addAll(remove(chunk, definition));
            } else if (definition.afterProcessing() == AfterProcessing.MARK_SEEN) {
                imap.store(set(chunk), "\\Seen");
            }
            chunk.forEach(entry -> done.add(entry.position()));
        }
        done.removeAll(differing);
        return new MailboxSession.Acknowledged(done, differing);
    }

    private static boolean removes(AfterProcessing how) {
        return how == AfterProcessing.MOVE || how == AfterProcessing.DELETE;
    }

    /** Moves or deletes those that still are what was stored; what is gone counts as done. Yields those that differ. */
    private Set<String> remove(List<LedgerEntry> entries, MailboxDefinition definition) throws ConnectionFailed {
        Map<String, MailHead> now =
                session.heads(entries.stream().map(LedgerEntry::position).toList());
        List<LedgerEntry> same = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (isSame(entry, now.get(entry.position()))) {
                same.add(entry);
            }
        }
        if (!same.isEmpty()) {
            String uids = set(same);
            if (definition.afterProcessing() == AfterProcessing.MOVE) {
                move(uids, definition.moveToFolder().orElseThrow());
            } else {
                delete(uids);
            }
        }
        Set<String> differing = new HashSet<>(now.keySet());
        same.forEach(entry -> differing.remove(entry.position()));
        return differing;
    }

    /** Sizes as the server tells them, now and then: they need not be the ones of the bytes. */
    private boolean isSame(LedgerEntry entry, @Nullable MailHead head) throws ConnectionFailed {
        if (head == null || head.size() != entry.size()) {
            return false;
        }
        String told = head.messageId() == null && entry.messageId() != null
                ? HeaderFields.of(session.header(head)).messageId().orElse(null)
                : head.messageId();
        return Objects.equals(told, entry.messageId());
    }

    private void move(String uids, String target) throws ConnectionFailed {
        if (imap.can("MOVE")) {
            imap.into("MOVE", uids, target);
        } else {
            imap.into("COPY", uids, target);
            CrashWindow.CAPTURE_COPIED.pass();
            delete(uids);
        }
    }

    /** Without UIDPLUS the mails stay with the flag: a plain EXPUNGE would take what others flagged too. */
    private void delete(String uids) throws ConnectionFailed {
        imap.store(uids, "\\Deleted");
        if (imap.can("UIDPLUS")) {
            imap.expunge(uids);
        }
    }

    private String set(List<LedgerEntry> entries) {
        return UidSet.of(
                session.uids(entries.stream().map(LedgerEntry::position).toList()));
    }
}
