package dev.serai.capture.mailbox;

import dev.serai.capture.PointHealth;
import dev.serai.capture.mailbox.server.ConnectionFailed;
import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.capture.mailbox.server.MailboxSession;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one look takes of what waits: the heads of at most maxPerPoll mails. Those at which the connection broke before
 * are asked for one by one, so that the one that breaks it is found.
 */
final class Page {
    private final MailboxDefinition mailbox;
    private final Store store;
    private final Waiting waiting;
    private final Set<String> suspects;
    private final PointHealth health;
    private final KnownAgain knownAgain;

    Page(MailboxDefinition mailbox, Store store, MailboxMemory memory, PointHealth health) {
        this.mailbox = mailbox;
        this.store = store;
        this.waiting = memory.waiting();
        this.suspects = memory.suspects();
        this.health = health;
        this.knownAgain = new KnownAgain(mailbox, store, memory.renumbering());
    }

    /** Takes the fate of mails that never come to be fetched. */
    interface Fates {
        /** It is there, but the server says nothing about it. */
        void refused(MailHead head, String reason);

        /** Somebody removed them meanwhile. */
        void gone(Set<String> positions);

        /** The connection broke when it alone was asked for. */
        void broke(MailHead head);
    }

    List<MailHead> heads(MailboxSession session, PointFacts facts, Fates fates) throws ConnectionFailed {
        List<String> positions = waiting.page(mailbox.polling().maxPerPoll());
        Map<String, MailHead> told = told(session, positions, fates);
        headless(session, positions, told, fates);
        told.keySet().removeAll(known(session, facts, positions, told));
        List<MailHead> wanted = new ArrayList<>();
        List<MailHead> skipped = new ArrayList<>();
        for (String position : positions) {
            MailHead head = told.get(position);
            if (head != null) {
                (facts.skippedUnderAnotherNumber(head) ? skipped : wanted).add(head);
            }
        }
        skip(skipped);
        return wanted;
    }

    /** Those that the ledger knows under an earlier number. */
    private Set<String> known(
            MailboxSession session, PointFacts facts, List<String> positions, Map<String, MailHead> told)
            throws ConnectionFailed {
        if (facts.anewBelow() == 0) {
            return Set.of();
        }
        if (positions.stream().noneMatch(facts::isNumberedAnew)) {
            knownAgain.finish(facts);
            return Set.of();
        }
        Set<String> known = knownAgain.record(session, facts, told.values());
        known.forEach(waiting::settled);
        health.counted("duplicate", known.size());
        return known;
    }

    private Map<String, MailHead> told(MailboxSession session, List<String> positions, Fates fates)
            throws ConnectionFailed {
        List<String> trusted = positions.stream()
                .filter(position -> !suspects.contains(position))
                .toList();
        Map<String, MailHead> told = new HashMap<>();
        try {
            told.putAll(trusted.isEmpty() ? Map.of() : session.heads(trusted));
        } catch (ConnectionFailed broken) {
            if (broken.mayBeAMails()) {
                // The first of them, or any when it breaks again.
                trusted.stream().limit(suspects.isEmpty() ? 1 : trusted.size()).forEach(suspects::add);
            }
            throw broken;
        }
        for (String position : positions) {
            if (suspects.contains(position)) {
                told.putAll(alone(session, position, fates));
            }
        }
        return told;
    }

    private static Map<String, MailHead> alone(MailboxSession session, String position, Fates fates)
            throws ConnectionFailed {
        try {
            return session.heads(List.of(position));
        } catch (ConnectionFailed broken) {
            if (broken.mayBeAMails()) {
                fates.broke(MailHead.unknown(position));
            }
            throw broken;
        }
    }

    private void headless(MailboxSession session, List<String> positions, Map<String, MailHead> told, Fates fates)
            throws ConnectionFailed {
        List<String> missing = positions.stream()
                .filter(position -> !told.containsKey(position))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Set<String> gone = session.gone(missing);
        fates.gone(gone);
        for (String position : missing) {
            if (gone.contains(position)) {
                waiting.settled(position);
            } else {
                fates.refused(MailHead.unknown(position), "the server says nothing about it");
            }
        }
    }

    private void skip(List<MailHead> skipped) {
        if (skipped.isEmpty()) {
            return;
        }
        store.writeNow(tx -> {
            for (MailHead head : skipped) {
                LedgerEntry entry = LedgerEntry.skipped(mailbox.point().tenant(), mailbox.name(), head.position());
                tx.ledger().insert(entry, tx.now());
            }
            return skipped.size();
        });
        skipped.forEach(head -> waiting.settled(head.position()));
        health.counted("skipped", skipped.size());
    }
}
