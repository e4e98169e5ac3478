package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges on the server what the ledger holds and nothing else: what was just committed, and what a crash left
 * between commit and acknowledgement.
 */
final class AfterCommit {
    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);
    private static final String DIFFERS =
            "left on the server: it shows another size or Message-ID at this position now";
    private final Store store;
    private final MailboxDefinition mailbox;

    AfterCommit(Store store, MailboxDefinition mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    /** Yields how many were open. */
    int acknowledge(MailboxSession session) throws ConnectionFailed {
        List<LedgerEntry> open = store.read(tx -> tx.ledger()
                .unacknowledged(
                        mailbox.point().tenant(),
                        mailbox.name(),
                        session.prefix(),
                        mailbox.polling().maxPerPoll() * 2));
        if (open.isEmpty()) {
            return 0;
        }
        MailboxSession.Acknowledged told = session.acknowledge(open, mailbox);
        CrashWindow.CAPTURE_ACKNOWLEDGED.pass();
        record(open, told);
        return open.size();
    }

    private void record(List<LedgerEntry> open, MailboxSession.Acknowledged told) {
        store.writeNow(tx -> {
            for (LedgerEntry entry : open) {
                if (told.done().contains(entry.position())) {
                    tx.ledger().acknowledge(entry.tenant(), entry.point(), entry.position());
                } else if (told.differing().contains(entry.position())) {
                    tx.ledger().update(left(entry), tx.now());
                }
            }
            return open.size();
        });
        if (!told.differing().isEmpty()) {
            LOG.warn(
                    "mails left on the server, they differ from what was stored point={} mails={}",
                    mailbox.name(),
                    told.differing().size());
        }
    }

    private static LedgerEntry left(LedgerEntry entry) {
        return entry.as(entry.result(), entry.interactionId(), DIFFERS).acknowledged(true);
    }
}
