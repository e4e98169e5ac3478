package dev.serai.conversation;

import dev.serai.interaction.Interaction;
import dev.serai.interaction.InteractionId;
import dev.serai.store.Ahead;
import dev.serai.store.ThreadMember;
import dev.serai.store.ThreadTable.Move;
import dev.serai.store.Tx;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mail that came before what it answers: whoever writes the parent joins the children that it sees. */
public final class LateParents {
    private final Joining joining;

    public LateParents(Joining joining) {
        this.joining = joining;
    }

    /** Names what {@link #joinTo} will read. */
    public void announce(Ahead ahead, String tenant, @Nullable String messageId) {
        if (messageId != null) {
            ahead.waitingFor(tenant, messageId);
        }
    }

    /** Joins those who waited for this one, which the transaction has just written; of very many the next pass the rest. */
    public void joinTo(Tx tx, Interaction parent, String actor) {
        String messageId = parent.content().messageId();
        if (messageId == null) {
            return;
        }
        List<InteractionId> children = tx.waiting().waitingFor(parent.tenant(), messageId);
        LateParent late = new LateParent(tx, joining, actor);
        children.stream()
                .filter(child -> !child.equals(parent.id()))
                .limit(LateParent.MOST)
                .forEach(child ->
                        late.consider(parent.tenant(), child, messageId, () -> Optional.of(ThreadMember.of(parent))));
        if (children.size() > LateParent.MOST) {
            tx.waiting().again(parent.tenant(), messageId, tx.now());
        }
    }

    /** An interaction that was read again joined another thread: those who joined its old one follow at the next pass. */
    public void moved(Tx tx, Interaction before, Interaction after) {
        if (!before.origin().threadId().equals(after.origin().threadId())) {
            tx.threads()
                    .moved(
                            new Move(
                                    after.tenant(),
                                    before.origin().threadId(),
                                    after.origin().threadId()),
                            tx.now());
        }
    }
}
