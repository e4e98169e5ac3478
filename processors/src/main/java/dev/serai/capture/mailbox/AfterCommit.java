package dev.serai.capture.mailbox;

import dev.serai.capture.PointHealth;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import dev.serai.window.CrashWindow;
import java.util.List;
import java.util.Set;
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
    private final Reluctance reluctance;
    private final PointHealth health;

    AfterCommit(Store store, MailboxDefinition mailbox, Reluctance reluctance, PointHealth health) {
        this.store = store;
        this.mailbox = mailbox;
        this.reluctance = reluctance;
        this.health = health;
    }

    /** Yields how many were open. */
    int acknowledge(MailboxSession session) throws ConnectionFailed {
        List<LedgerEntry> open = open(session.prefix());
        if (open.isEmpty()) {
            return 0;
        }
        MailboxSession.Acknowledged told = session.acknowledge(open, mailbox);
        CrashWindow.CAPTURE_ACKNOWLEDGED.pass();
        record(open, told);
        rest(told);
        return open.size();
    }

    /** The oldest, without those that the server refused just before: they must not stand in the way of the others. */
    private List<LedgerEntry> open(String prefix) {
        Set<String> resting = reluctance.resting(prefix);
        if (resting.size() > Reluctance.MOST) {
            return List.of();
        }
        int most = mailbox.polling().maxPerPoll() * 2;
        return store
                .read(tx -> tx.ledger()
                        .unacknowledged(mailbox.point().tenant(), mailbox.name(), prefix, most + resting.size()))
                .stream()
                .filter(entry -> !resting.contains(entry.position()))
                .limit(most)
                .toList();
    }

    private void rest(MailboxSession.Acknowledged told) {
        reluctance.settled(told.done());
        reluctance.settled(told.differing());
        if (told.refused().isEmpty()) {
            return;
        }
        told.refused()
                .keySet()
                .forEach(position ->
                        reluctance.refused(position, mailbox.polling().interval()));
        String words = told.refused().values().iterator().next();
        health.noted(reluctance.mails() + (reluctance.mails() == 1 ? " mail is" : " mails are")
                + " stored but could not be " + deed() + ": " + words);
        LOG.warn(
                "mails stored, the server refuses what is to be done then point={} mails={}",
                mailbox.name(),
                reluctance.mails());
    }

    private String deed() {
        return switch (mailbox.afterProcessing()) {
            case MOVE -> "moved";
            case DELETE -> "deleted";
            case MARK_SEEN, NONE -> "marked";
        };
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
