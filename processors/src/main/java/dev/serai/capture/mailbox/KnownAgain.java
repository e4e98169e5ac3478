package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.window.CrashWindow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Records mails that the server numbered anew as known, without fetching them: their size, date and Message-ID name one
 * mail of the ledger, and no other mail of the new numbering has the same. All others are fetched, and told by their bytes.
 */
final class KnownAgain {
    private static final String BECAUSE = "numbered anew; known by size, date and Message-ID from position ";

    private static final Set<Result> SETTLED = Set.of(Result.TAKEN, Result.DUPLICATE, Result.QUARANTINED);

    private final MailboxDefinition mailbox;
    private final Store store;
    private final Renumbering renumbering;

    KnownAgain(MailboxDefinition mailbox, Store store, Renumbering renumbering) {
        this.mailbox = mailbox;
        this.store = store;
        this.renumbering = renumbering;
    }

    /** An entry of an earlier numbering, and where its mail lies now. */
    private record Move(LedgerEntry before, String position) {
        LedgerEntry now() {
            Result result = before.result() == Result.TAKEN ? Result.DUPLICATE : before.result();
            return before.as(result, before.interactionId(), BECAUSE + before.position())
                    .movedTo(position);
        }
    }

    /** Positions that were recorded. */
    Set<String> record(MailboxSession session, PointFacts facts, Collection<MailHead> heads) throws ConnectionFailed {
        List<MailHead> candidates =
                heads.stream().filter(facts::mayBeKnownAgain).toList();
        if (candidates.isEmpty()) {
            return Set.of();
        }
        List<MailHead> unique = renumbering.unique(session, facts, candidates);
        List<Move> moves = moves(session, unique);
        Set<String> recorded = new HashSet<>();
        if (!moves.isEmpty()) {
            moves.forEach(move -> recorded.add(move.position()));
            store.writeNow(tx -> write(tx, moves));
            CrashWindow.CAPTURE_RENUMBERED.pass();
        }
        return recorded;
    }

    /** Nothing under the new numbering is left that could be known: what was not found again is forgotten. */
    void finish(PointFacts facts) {
        store.writeNow(tx -> {
            tx.ledger().forgetUnacknowledged(mailbox.point().tenant(), mailbox.name(), facts.prefix());
            tx.ledger()
                    .updatePointFacts(
                            mailbox.point().tenant(),
                            mailbox.name(),
                            facts.settled().json());
            return true;
        });
    }

    private List<Move> moves(MailboxSession session, List<MailHead> heads) {
        Set<String> messageIds = new HashSet<>();
        heads.forEach(head -> messageIds.add(String.valueOf(head.messageId())));
        Map<Triple, List<LedgerEntry>> before = new HashMap<>();
        for (LedgerEntry entry :
                store.read(tx -> tx.ledger().byMessageIds(mailbox.point().tenant(), mailbox.name(), messageIds))) {
            before.computeIfAbsent(Triple.of(entry), any -> new ArrayList<>()).add(entry);
        }
        List<Move> moves = new ArrayList<>();
        for (MailHead head : heads) {
            List<LedgerEntry> same = before.getOrDefault(Triple.of(head), List.of());
            if (nameOneMail(same, session.prefix())) {
                moves.add(new Move(same.get(same.size() - 1), head.position()));
            }
        }
        return moves;
    }

    /** Several entries are one mail when it was numbered anew before; one of the new numbering is another mail. */
    private static boolean nameOneMail(List<LedgerEntry> entries, String prefix) {
        Set<Object> interactions = new HashSet<>();
        Set<Object> digests = new HashSet<>();
        for (LedgerEntry entry : entries) {
            boolean taken = entry.interactionId() != null && SETTLED.contains(entry.result());
            if (!taken || entry.position().startsWith(prefix)) {
                return false;
            }
            interactions.add(entry.interactionId());
            digests.add(String.valueOf(entry.rawDigest()));
        }
        return interactions.size() == 1 && digests.size() == 1;
    }

    private boolean write(Tx tx, List<Move> moves) {
        for (Move move : moves) {
            LedgerEntry now = move.now();
            tx.ledger().insert(now, tx.now());
            tx.ledger().acknowledge(now.tenant(), now.point(), move.before().position());
            if (now.result() == Result.QUARANTINED && now.interactionId() != null) {
                tx.quarantine().liesAt(now.tenant(), now.interactionId(), now.position());
            }
        }
        tx.events()
                .append(
                        mailbox.point().tenant(),
                        mailbox.name(),
                        NewEvent.of("serai.capture.duplicate", mailbox.name().value())
                                .because("the server numbered anew; mails known by size, date and Message-ID")
                                .with(Map.of("mails", moves.size())));
        return true;
    }
}
