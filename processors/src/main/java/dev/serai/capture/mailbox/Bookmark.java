package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.capture.mailbox.server.Mark;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.util.Optional;

/**
 * Remembers how far a mailbox is known, so that a restart need not compare all of it. Written only when nothing waits or
 * fails, after the ledger rows were committed: a crash before leaves an older mark, and more is asked for than needed.
 */
final class Bookmark {
    private final Store store;
    private final MailboxDefinition mailbox;

    Bookmark(Store store, MailboxDefinition mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    void keep(MailboxSession session, PointFacts facts, Waiting waiting) {
        Optional<Mark> mark = session.mark();
        if (mark.isEmpty() || waiting.backlog() > 0 || mark.equals(facts.markUnder(session.prefix()))) {
            return;
        }
        CrashWindow.CAPTURE_BOOKMARK.pass();
        PointFacts known = facts.known(mark.get());
        store.transact(tx -> {
            tx.points().update(mailbox.point().tenant(), mailbox.name(), known.json());
            return true;
        });
    }
}
