package dev.serai.capture.mailbox;

import dev.serai.capture.PointHealth;
import dev.serai.files.MailboxDefinition;
import dev.serai.store.LedgerEntry;
import dev.serai.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What one look takes of what waits: the heads of at most maxPerPoll mails. */
final class Page {
    private final MailboxDefinition mailbox;
    private final Store store;
    private final Waiting waiting;
    private final PointHealth health;

    Page(MailboxDefinition mailbox, Store store, Waiting waiting, PointHealth health) {
        this.mailbox = mailbox;
        this.store = store;
        this.waiting = waiting;
        this.health = health;
    }

    /** @param refused told of mails that are there, but of which the server says nothing */
    List<MailHead> heads(MailboxSession session, PointFacts facts, BiConsumer<MailHead, String> refused)
            throws ConnectionFailed {
        List<String> positions = waiting.page(mailbox.polling().maxPerPoll());
        Map<String, MailHead> told = positions.isEmpty() ? Map.of() : session.heads(positions);
        headless(session, positions, told, refused);
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

    private void headless(
            MailboxSession session,
            List<String> positions,
            Map<String, MailHead> told,
            BiConsumer<MailHead, String> refused)
            throws ConnectionFailed {
        List<String> missing = positions.stream()
                .filter(position -> !told.containsKey(position))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Set<String> gone = session.gone(missing);
        for (String position : missing) {
            if (gone.contains(position)) {
                waiting.settled(position);
            } else {
                refused.accept(new MailHead(position, 0, null, null, false), "the server says nothing about it");
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
