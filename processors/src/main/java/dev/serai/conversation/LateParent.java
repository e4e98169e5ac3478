package dev.serai.conversation;

import dev.serai.interaction.Contact;
import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.EventLog.NewEvent;
import dev.serai.store.ThreadMember;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.Tx;
import dev.serai.store.WorkRow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Joins mail to a parent that came after it; what answers that mail follows. Everything within one transaction. */
final class LateParent {
    /** Children and followers of one transaction; the sweeper does the others. */
    static final int MOST = 200;

    private static final String EVENT = "serai.interaction.changed";

    private final Tx tx;
    private final Joining joining;
    private final String actor;

    LateParent(Tx tx, Joining joining, String actor) {
        this.tx = tx;
        this.joining = joining;
        this.actor = actor;
    }

    /** Asks whether one that waited for this Message-ID joins now; it no longer waits for it then. */
    void consider(String tenant, InteractionId id, String messageId, Supplier<Optional<ThreadMember>> parent) {
        Optional<WorkRow> row = tx.work().lock(tenant, id);
        Optional<Interaction> child = tx.interactions().load(tenant, id);
        if (child.isEmpty() || !child.get().origin().threadId().equals(id)) {
            tx.waiting().found(tenant, id);
            return;
        }
        Optional<ThreadMember> found =
                parent.get().filter(member -> !member.threadId().equals(id));
        if (found.isEmpty()) {
            tx.waiting().found(tenant, id, messageId);
            return;
        }
        Verdict verdict = joining.decide(tx, Joiner.of(child.get()), messageId, found.get());
        if (verdict.joined().isPresent()) {
            join(child.get(), found.get(), row, verdict);
        } else {
            tx.waiting().found(tenant, id, messageId);
            tell(tenant, id, row, verdict.told(), "the mail that it answers came later");
        }
    }

    private void join(Interaction child, ThreadMember parent, Optional<WorkRow> row, Verdict verdict) {
        Move move = new Move(child.tenant(), child.id(), parent.threadId());
        boolean fresh = child.origin().subtype().equals("InboundNew");
        if (tx.threads().join(move, child.id(), parent.id(), fresh ? subtype(child, parent) : null)) {
            tx.views().refresh(child.tenant(), child.id());
            tell(
                    child.tenant(),
                    child.id(),
                    row,
                    verdict.told(),
                    "joined later: the mail that it answers came after it");
            wake(child.tenant(), child.id());
            tx.threads().moved(move, tx.now());
            follow(move);
        }
        tx.waiting().found(child.tenant(), child.id());
    }

    /** Whoever is still in a thread that became part of another follows; returns how many did. */
    int follow(Move move) {
        int followed = 0;
        for (InteractionId id : tx.threads().members(move.tenant(), move.from(), MOST)) {
            Optional<WorkRow> row = tx.work().lock(move.tenant(), id);
            if (tx.threads().join(move, id, null, null)) {
                tx.views().refresh(move.tenant(), id);
                followed++;
                Map<String, Object> told = Map.of("joined", move.to().value(), "because", "what it answers did");
                tell(move.tenant(), id, row, told, "its thread became part of another");
                wake(move.tenant(), id);
            }
        }
        return followed;
    }

    private String subtype(Interaction child, ThreadMember parent) {
        Contact contact = child.contact();
        return Collaboration.subtype(
                tx, child.tenant(), parent, child.content(), contact == null ? null : contact.id());
    }

    private void wake(String tenant, InteractionId id) {
        tx.interactions().load(tenant, id).ifPresent(child -> Awakening.by(tx, child, actor));
    }

    private void tell(
            String tenant, InteractionId id, Optional<WorkRow> row, Map<String, Object> told, @Nullable String reason) {
        NewEvent event = NewEvent.of(EVENT, actor).because(reason).with(Map.of("thread", told));
        if (row.isPresent()) {
            tx.work().update(tx.events().append(row.get(), event));
        } else {
            tx.events().appendStopped(tenant, id, event);
        }
    }
}
