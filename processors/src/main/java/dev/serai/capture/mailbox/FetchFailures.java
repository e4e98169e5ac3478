package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.MailboxDefinition;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.Store;
import dev.serai.store.StoreException;
import dev.serai.store.Tx;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts attempts on mails that cannot be taken; after the last one the mail is a quarantined interaction. One that waits
 * in quarantine already, and was asked for again in vain, stays the same interaction.
 */
final class FetchFailures {
    private static final String GONE = "somebody removed it from the server before it could be taken";

    private final Store store;
    private final Clock clock;
    private final MailboxDefinition mailbox;

    FetchFailures(Store store, Clock clock, MailboxDefinition mailbox) {
        this.store = store;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * Counts one more. What the server says of a mail that the database refuses may itself be what it refuses.
     *
     * @param content from its headers where the server gives them
     * @return what the ledger says now: failing, or quarantined
     */
    Result count(MailHead head, String reason, Content content) {
        try {
            return counted(head, reason, content);
        } catch (StoreException.BadData refused) {
            return counted(MailHead.unknown(head.position()), reason, Content.none());
        }
    }

    private Result counted(MailHead head, String reason, Content content) {
        InteractionId id = InteractionId.next(clock);
        return store.writeNow(tx -> {
            Optional<LedgerEntry> before = load(tx, head.position());
            if (before.isPresent() && before.get().result() != Result.FAILING) {
                return before.get().result();
            }
            InteractionId waiting = before.map(LedgerEntry::interactionId).orElse(null);
            int attempts = before.map(LedgerEntry::attempts).orElse(0) + 1;
            boolean last = attempts >= mailbox.polling().attempts();
            LedgerEntry failing = entry(head, waiting, reason, attempts);
            LedgerEntry now = last ? failing.as(Result.QUARANTINED, waiting == null ? id : waiting, reason) : failing;
            save(tx, before.isPresent(), now);
            if (last) {
                quarantine(tx, waiting, now, head, content);
            }
            return now.result();
        });
    }

    /** Mails are gone: those that failed before are not asked for any more. */
    void gone(Collection<String> positions) {
        List<LedgerEntry> failing = store.read(tx -> positions.stream()
                .flatMap(position -> load(tx, position).stream())
                .filter(entry -> entry.result() == Result.FAILING)
                .toList());
        if (!failing.isEmpty()) {
            store.writeNow(tx -> {
                failing.forEach(entry -> gone(tx, entry));
                return failing.size();
            });
        }
    }

    private static void gone(Tx tx, LedgerEntry entry) {
        InteractionId waiting = entry.interactionId();
        tx.ledger().update(entry.as(Result.GONE, waiting, GONE).acknowledged(true), tx.now());
        if (waiting != null) {
            tx.quarantine().explain(entry.tenant(), waiting, "cannot be fetched: " + GONE);
        }
    }

    private LedgerEntry entry(MailHead head, @Nullable InteractionId waiting, String reason, int attempts) {
        return new LedgerEntry(
                mailbox.point().tenant(),
                mailbox.name(),
                head.position(),
                Result.FAILING,
                waiting,
                null,
                null,
                head.messageId(),
                head.size(),
                head.receivedAt(),
                attempts,
                reason,
                waiting == null);
    }

    private void quarantine(Tx tx, @Nullable InteractionId waiting, LedgerEntry entry, MailHead head, Content content) {
        String words = "the mail could not be taken in " + entry.attempts() + " attempts: " + entry.reason();
        if (waiting == null) {
            new UnfetchableMail(tx, mailbox).quarantine(entry, head, content, words);
        } else {
            tx.quarantine().explain(entry.tenant(), waiting, words);
        }
    }

    private Optional<LedgerEntry> load(Tx tx, String position) {
        return tx.ledger().load(mailbox.point().tenant(), mailbox.name(), position);
    }

    private static void save(Tx tx, boolean known, LedgerEntry entry) {
        if (known) {
            tx.ledger().update(entry, tx.now());
        } else {
            tx.ledger().insert(entry, tx.now());
        }
    }
}
