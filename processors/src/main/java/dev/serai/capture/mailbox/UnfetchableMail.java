package dev.serai.capture.mailbox;

import dev.serai.capture.mailbox.server.MailHead;
import dev.serai.files.MailboxDefinition;
import dev.serai.files.QueueDefinition;
import dev.serai.interaction.Content;
import dev.serai.interaction.InteractionId;
import dev.serai.interaction.Origin;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.LedgerEntry;
import dev.serai.store.NewInteraction;
import dev.serai.store.QuarantineTable;
import dev.serai.store.Tx;
import dev.serai.store.WorkChange;
import dev.serai.store.WorkRow;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Makes a mail that cannot be taken a quarantined interaction: its headers and where it lies, without its bytes. */
final class UnfetchableMail {
    private final Tx tx;
    private final MailboxDefinition mailbox;

    UnfetchableMail(Tx tx, MailboxDefinition mailbox) {
        this.tx = tx;
        this.mailbox = mailbox;
    }

    void quarantine(LedgerEntry entry, MailHead head, Content content, String reason) {
        InteractionId id = Objects.requireNonNull(entry.interactionId());
        Instant now = tx.now();
        Instant receivedAt = head.receivedAt() == null ? now : head.receivedAt();
        Origin origin = new Origin(
                mailbox.name(), null, null, id, mailbox.point().mediaType(), "Inbound", "InboundNew", receivedAt, now);
        String language = mailbox.language().orElse(null);
        Map<String, Object> userData = Map.of(Arrivals.MAILBOX, mailbox.address());
        tx.interactions().insert(new NewInteraction(id, entry.tenant(), origin, content, null, language, userData));
        WorkRow born = WorkRow.born(
                entry.tenant(),
                id,
                QueueDefinition.INTAKE,
                mailbox.point().priority().orElse(0),
                now);
        String actor = mailbox.name().actor();
        NewEvent submitted = NewEvent.of("serai.interaction.submitted", actor)
                .with(Map.of("queue", QueueDefinition.INTAKE.value(), "position", entry.position()));
        WorkRow told = tx.events().append(born, submitted);
        tx.work().insert(told);
        new WorkChange(tx, told, WorkChange.By.of(actor))
                .quarantine(new QuarantineTable.Cause("fetch", "unfetchable", reason, QueueDefinition.INTAKE));
        tx.quarantine().liesAt(entry.tenant(), id, entry.position());
    }
}
