package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.InteractionId;
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

    private static final String LOST = "the server numbered anew, and it was not found again under a new number";
    private static final int MOST_LOST = 10_000;

    /** Failing is what an operator wants fetched again: under its new position it still is, for the same interaction. */
    private static final Set<Result> NAMED = Set.of(Result.TAKEN, Result.DUPLICATE, Result.QUARANTINED, Result.FAILING);

    private static final Set<Result> WAITING = Set.of(Result.QUARANTINED, Result.FAILING);

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
            lost(tx, facts.prefix());
            tx.ledger().forgetUnacknowledged(mailbox.point().tenant(), mailbox.name(), facts.prefix());
            tx.points()
                    .update(
                            mailbox.point().tenant(),
                            mailbox.name(),
                            facts.settled().json());
            return true;
        });
    }

    /** What an operator wants fetched again has no number any more. */
    private void lost(Tx tx, String prefix) {
        String tenant = mailbox.point().tenant();
        for (String position : tx.ledger().askedAgain(tenant, mailbox.name(), "", MOST_LOST)) {
            if (!position.startsWith(prefix)) {
                tx.ledger().load(tenant, mailbox.name(), position).ifPresent(entry -> lost(tx, entry));
            }
        }
    }

    private static void lost(Tx tx, LedgerEntry entry) {
        InteractionId waiting = entry.interactionId();
        tx.ledger().update(entry.as(Result.GONE, waiting, LOST).acknowledged(true), tx.now());
        if (waiting != null) {
            tx.quarantine().explain(entry.tenant(), waiting, "cannot be fetched: " + LOST);
        }
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
            boolean has = entry.interactionId() != null && NAMED.contains(entry.result());
            if (!has || entry.position().startsWith(prefix)) {
                return false;
            }
            interactions.add(entry.interactionId());
            digests.add(String.valueOf(entry.rawDigest()));
        }
        return interactions.size() == 1 && digests.size() == 1;
    }

    /** At the earlier position nothing is to be done any more. */
    private static void leave(Tx tx, LedgerEntry before) {
        if (before.result() == Result.FAILING) {
            LedgerEntry left = before.as(Result.QUARANTINED, before.interactionId(), before.reason());
            tx.ledger().update(left.acknowledged(true), tx.now());
        } else {
            tx.ledger().acknowledge(before.tenant(), before.point(), before.position());
        }
    }

    private boolean write(Tx tx, List<Move> moves) {
        for (Move move : moves) {
            LedgerEntry now = move.now();
            tx.ledger().insert(now, tx.now());
            leave(tx, move.before());
            if (WAITING.contains(now.result()) && now.interactionId() != null) {
                tx.quarantine().liesAt(now.tenant(), now.interactionId(), now.position());
            }
        }
        tx.events()
                .append(
                        mailbox.point().tenant(),
                        mailbox.name(),
                        NewEvent.of("serai.capture.duplicate", mailbox.name().actor())
                                .because("the server numbered anew; mails known by size, date and Message-ID")
                                .with(Map.of("mails", moves.size())));
        return true;
    }
}
