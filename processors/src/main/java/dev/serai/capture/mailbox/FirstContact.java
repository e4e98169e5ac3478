package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import java.util.List;
import java.util.Optional;

/**
 * Remembers a mailbox when it is first looked into, or first by another protocol: what is there and not wanted is skipped,
 * all in one transaction.
 */
final class FirstContact {
    private final Store store;
    private final MailboxDefinition mailbox;

    FirstContact(Store store, MailboxDefinition mailbox) {
        this.store = store;
        this.mailbox = mailbox;
    }

    /** The mailbox's facts, remembered now if they were not; so many as given were skipped. */
    record Facts(PointFacts facts, int skipped) {}

    Facts with(MailboxSession session) throws ConnectionFailed {
        Optional<String> known = store.read(tx -> tx.points().facts(tenant(), mailbox.name()));
        if (known.isEmpty()) {
            return first(session, this::insert);
        }
        PointFacts facts = PointFacts.read(known.get());
        if (facts.isOtherProtocol(session.prefix())) {
            return first(session, this::replace);
        }
        if (!facts.prefix().equals(session.prefix())) {
            PointFacts renumbered = facts.now(session.prefix(), session.list(1).next());
            store.transact(tx -> {
                tx.points().update(tenant(), mailbox.name(), renumbered.json());
                return true;
            });
            return new Facts(renumbered, 0);
        }
        return new Facts(facts, 0);
    }

    /** What the mailbox remembers of itself from now on. */
    private interface Remembering {
        void write(Tx tx, PointFacts facts);
    }

    private void insert(Tx tx, PointFacts facts) {
        tx.points().insert(tenant(), mailbox.name(), facts.json(), tx.now());
    }

    /** Of what was to be done on the server nothing can be named any more. */
    private void replace(Tx tx, PointFacts facts) {
        tx.points().update(tenant(), mailbox.name(), facts.json());
        if (!facts.prefix().isEmpty()) {
            tx.ledger().forgetUnacknowledged(tenant(), mailbox.name(), facts.prefix());
        }
    }

    private Facts first(MailboxSession session, Remembering remembering) throws ConnectionFailed {
        List<String> unwanted = session.unwanted(mailbox.startFrom());
        return store.transact(tx -> {
            PointFacts facts = new PointFacts(
                    tx.now(),
                    session.prefix(),
                    session.prefix(),
                    mailbox.startFrom().toString(),
                    null,
                    0);
            remembering.write(tx, facts);
            tx.ledger()
                    .insertAll(
                            unwanted.stream()
                                    .map(position -> LedgerEntry.skipped(tenant(), mailbox.name(), position))
                                    .toList(),
                            tx.now());
            return new Facts(facts, unwanted.size());
        });
    }

    private String tenant() {
        return mailbox.point().tenant();
    }
}
