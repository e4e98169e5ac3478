package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.LedgerEntry;
import dev.serai.store.LedgerEntry.Result;
import dev.serai.store.NewInteraction;
import dev.serai.store.QuarantineTable;
import dev.serai.store.Store;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkRow;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Counts attempts on mails that cannot be fetched; after the last one the mail becomes a quarantined interaction. */
final class FetchFailures {
    private final Store store;
    private final Clock clock;
    private final MailboxDefinition mailbox;

    FetchFailures(Store store, Clock clock, MailboxDefinition mailbox) {
        this.store = store;
        this.clock = clock;
        this.mailbox = mailbox;
    }

    /**
     * Counts one more.
     *
     * @param content from its headers where the server gives them
     * @return what the ledger says now: failing, or quarantined
     */
    Result count(MailHead head, String reason, Content content) {
        InteractionId id = InteractionId.next(clock);
        return store.writeNow(tx -> {
            Optional<LedgerEntry> before = tx.ledger().load(tenant(), mailbox.name(), head.position());
            if (before.isPresent() && before.get().result() != Result.FAILING) {
                return before.get().result();
            }
            int attempts = before.map(LedgerEntry::attempts).orElse(0) + 1;
            boolean last = attempts >= mailbox.polling().attempts();
            save(tx, before.isPresent(), entry(head, attempts, reason, last ? id : null));
            if (last) {
                quarantine(tx, id, head, reason, content);
            }
            return last ? Result.QUARANTINED : Result.FAILING;
        });
    }

    private LedgerEntry entry(
            MailHead head, int attempts, String reason, @org.jspecify.annotations.Nullable InteractionId id) {
        return new LedgerEntry(
                tenant(),
                mailbox.name(),
                head.position(),
                id == null ? Result.FAILING : Result.QUARANTINED,
                id,
                null,
                null,
                head.messageId(),
                head.size(),
                head.receivedAt(),
                attempts,
                reason,
                true);
    }

    private static void save(Tx tx, boolean known, LedgerEntry entry) {
        if (known) {
            tx.ledger().update(entry, tx.now());
        } else {
            tx.ledger().insert(entry, tx.now());
        }
    }

    private void quarantine(Tx tx, InteractionId id, MailHead head, String reason, Content content) {
        Instant now = tx.now();
        Instant receivedAt = head.receivedAt() == null ? now : head.receivedAt();
        Origin origin = new Origin(
                mailbox.name(), null, null, id, mailbox.point().mediaType(), "Inbound", "InboundNew", receivedAt, now);
        tx.interactions()
                .insert(new NewInteraction(
                        id,
                        tenant(),
                        origin,
                        content,
                        null,
                        mailbox.language().orElse(null),
                        Map.of(Arrivals.MAILBOX, mailbox.address())));
        WorkRow born = WorkRow.born(
                tenant(), id, QueueDefinition.INTAKE, mailbox.point().priority().orElse(0), now);
        String actor = mailbox.name().value();
        NewEvent submitted = NewEvent.of("serai.interaction.submitted", actor)
                .with(Map.of("queue", QueueDefinition.INTAKE.value(), "position", head.position()));
        WorkRow told = tx.events().append(born, submitted);
        tx.work().insert(told);
        new WorkChange(tx, told, WorkChange.By.of(actor))
                .quarantine(new QuarantineTable.Cause(
                        "fetch",
                        "unfetchable",
                        "the mail could not be taken in " + mailbox.polling().attempts() + " attempts: " + reason,
                        QueueDefinition.INTAKE));
    }

    private String tenant() {
        return mailbox.point().tenant();
    }
}
